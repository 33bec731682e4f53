//! The widget without a browser: articles, options and input in, state and effects out.
