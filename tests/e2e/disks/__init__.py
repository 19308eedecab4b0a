"""Files on disks that are full, read-only or mounted, with real mounts."""
