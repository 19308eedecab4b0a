"""Whether the server can serve: HTTP checks for load balancers, notifications to systemd."""
