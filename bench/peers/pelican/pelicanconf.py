SITENAME = "Bench"
SITEURL = "https://example.org"
PATH = "content"
THEME = "theme"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
DEFAULT_PAGINATION = 100
DEFAULT_CATEGORY = "articles"
CATEGORY_SAVE_AS = CATEGORIES_SAVE_AS = ""
ARTICLE_URL = ARTICLE_SAVE_AS = "articles/{slug}.html"
AUTHOR_URL = AUTHOR_SAVE_AS = "authors/{slug}.html"
TAG_URL = TAG_SAVE_AS = "topics/{slug}.html"
AUTHORS_SAVE_AS = "authors/index.html"
TAGS_SAVE_AS = "topics/index.html"
ARCHIVES_SAVE_AS = ""
FEED_ALL_ATOM = "feed.xml"
FEED_MAX_ITEMS = 20
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DIRECT_TEMPLATES = ["index", "tags", "authors", "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"
SLUGIFY_SOURCE = "basename"
PLUGINS = []
