"""What is stated: headers of articles, and what the owner says outside of them."""
