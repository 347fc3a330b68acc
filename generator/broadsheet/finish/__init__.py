"""What follows the build: the new site takes the place of the last one."""
