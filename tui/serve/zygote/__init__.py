"""The zygote: the process that session processes are forked from."""
