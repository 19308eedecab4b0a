"""Configuration files for operators: a systemd unit and HAProxy, rendered from templates."""
