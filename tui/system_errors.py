"""Why the system refused a file, in both languages."""

from __future__ import annotations

import errno

from tui.text.language import Wording

_CHINESE = {
    errno.EACCES: "没有权限",
    errno.EBUSY: "文件正被占用",
    errno.EDQUOT: "超出磁盘配额",
    errno.EEXIST: "文件已存在",
    errno.EFBIG: "超出文件大小上限",
    errno.EIO: "读写错误",
    errno.EISDIR: "这是一个文件夹",
    errno.ELOOP: "符号链接循环",
    errno.ENAMETOOLONG: "文件名过长",
    errno.ENOENT: "文件夹不存在",
    errno.ENOSPC: "磁盘空间不足",
    errno.ENOTDIR: "路径中有一部分不是文件夹",
    errno.ENXIO: "没有程序在读",
    errno.EPERM: "系统不允许",
    errno.EROFS: "文件系统只读",
    errno.ETXTBSY: "文件正在运行",
}
"""The other errors are rare; their text is the system's."""
_CLOSED = Wording("输出已关闭", "it is closed")
NOT_A_REGULAR_FILE = Wording("不是普通文件", "not a regular file")
_CANNOT_WRITE = Wording("无法写入{file}：{why}", "cannot write {file}: {why}")
_FILE_EXISTS = Wording("{file}已存在，未覆盖", "{file} already exists and was not changed")
_INVALID_NAME = Wording("文件名含有空字符", "the file name contains a null character")
_NOT_ENCODABLE = Wording(
    "文件名含有系统编码没有的字符", "the file name has characters that the locale's encoding lacks"
)
_NO_FILE = Wording("文件不存在", "No such file or directory")
_EMPTY_NAME = Wording("文件名为空", "the file name is empty")


def reason(error: OSError | ValueError) -> Wording:
    """Return why a file or stream cannot be written; ValueError: a name that no file can have."""
    if isinstance(error, OSError):
        if error.errno == errno.ENOENT and error.filename == "":
            return _EMPTY_NAME
        if error.errno == errno.EBADF:
            return _CLOSED
        english = error.strerror or str(error) or type(error).__name__
        return Wording(_CHINESE.get(error.errno or 0, english), english)
    return _NOT_ENCODABLE if isinstance(error, UnicodeEncodeError) else _INVALID_NAME


def reason_unreadable(error: OSError | ValueError) -> Wording:
    """Return why a file cannot be read; ValueError: a name that no file can have."""
    return _NO_FILE if isinstance(error, FileNotFoundError) else reason(error)


def not_writable(file: str, why: Wording) -> Wording:
    """Return the message that a file is not written, with the reason."""
    return _CANNOT_WRITE.format(file=file or "''", why=why)


def cannot_write(file: str, error: OSError | ValueError) -> Wording:
    """Return the message that a file cannot be written. ``file``: its name, fit to print."""
    message = _FILE_EXISTS if isinstance(error, FileExistsError) else _CANNOT_WRITE
    return message.format(file=file or "''", why=reason(error))
