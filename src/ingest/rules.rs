//! Rules: what each line of a draft is, and what it says of the article. Pure functions over text.
//!
//! May touch nothing but drafts; rules hold for a language or for press sites in general, never for one site.

pub(crate) mod again;
pub(crate) mod assemble;
pub(crate) mod author_box;
pub(crate) mod blocks;
pub(crate) mod boilerplate;
pub(crate) mod brand_lines;
pub(crate) mod byline;
pub(crate) mod caption;
pub(crate) mod comment_stamps;
pub(crate) mod comments;
pub(crate) mod controls;
pub(crate) mod date_context;
pub(crate) mod date_parser;
pub(crate) mod dated_signatures;
pub(crate) mod filename;
pub(crate) mod header;
pub(crate) mod header_order;
pub(crate) mod header_pairs;
pub(crate) mod headline;
pub(crate) mod headline_lead;
pub(crate) mod headline_place;
pub(crate) mod headline_words;
pub(crate) mod lang;
pub(crate) mod line_parts;
pub(crate) mod masthead;
pub(crate) mod notices;
pub(crate) mod outlet;
pub(crate) mod page_bounds;
pub(crate) mod page_ends;
pub(crate) mod page_parts;
pub(crate) mod page_tail;
pub(crate) mod photo_credit;
pub(crate) mod phrases;
pub(crate) mod prefilter;
pub(crate) mod repeated_lines;
pub(crate) mod rights;
pub(crate) mod signatories;
pub(crate) mod signers;
pub(crate) mod signing;
pub(crate) mod site_agreement;
pub(crate) mod site_pages;
pub(crate) mod teasers;
pub(crate) mod text_line;
pub(crate) mod weekdays;
