"""What is known beforehand: names of months, places, newspapers, agencies and sections; figures of other scripts."""
