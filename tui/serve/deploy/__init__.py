"""Files for operators: a systemd unit and an HAProxy configuration."""
