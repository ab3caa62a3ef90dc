//! What runs for each command: the table of commands with a function for each row. The compiler holds it complete and in order.

use crate::app::actors::edit_actor;
use crate::app::copies::compare_keys;
use crate::app::copies::event_page;
use crate::app::copies::family_keys;
use crate::app::copies::sheet_keys;
use crate::app::effect::Effect;
use crate::app::filter::filtering;
use crate::app::filter::find;
use crate::app::filter::histogram_range;
use crate::app::filter::ranges;
use crate::app::filter::timeline_date;
use crate::app::filter::timeline_range;
use crate::app::input::filter_keys;
use crate::app::input::handler::Handler as H;
use crate::app::input::pane_commands;
use crate::app::input::pick_theme;
use crate::app::keys::command::{COMMANDS, Command as C, Command, Pane};
use crate::app::notes::article_flags;
use crate::app::notes::case;
use crate::app::notes::clipboard;
use crate::app::notes::edit_article;
use crate::app::notes::export;
use crate::app::notes::highlights;
use crate::app::notes::note_editor_keys;
use crate::app::notes::pin;
use crate::app::panes::text_objects::TextUnit;
use crate::app::reader::address;
use crate::app::reader::next_article;
use crate::app::reader::outline;
use crate::app::reader::selection;
use crate::app::reader::visit;
use crate::app::results::gather_groups;
use crate::app::results::reload;
use crate::app::review::attach;
use crate::app::review::notes_pane_keys;
use crate::app::review::review_decisions;
use crate::app::review::review_keys;
use crate::app::widget::edit::Edit;
use crate::app::widget::navigation::Motion as M;
use crate::app::widget::pages;
use crate::app::widget::picker::FacetKind;
use crate::app::widget::prompt::PromptKind;
use crate::model::property::typed;

/// What runs for `command`.
#[must_use]
pub fn handler(command: Command) -> H {
    const { assert!(is_complete(), "a row for each command, in the order of COMMANDS") };
    // The place of a command in both tables is its number, so there always is one.
    HANDLERS.get(command as usize).map_or(H::Cancel, |(_, handler)| *handler)
}

/// Whether there is a row for each command, in their order.
const fn is_complete() -> bool {
    let mut at = 0;
    while at < COMMANDS.len() {
        if at >= HANDLERS.len() || HANDLERS[at].0 as usize != at || COMMANDS[at].command as usize != at {
            return false;
        }
        at += 1;
    }
    HANDLERS.len() == COMMANDS.len()
}

#[rustfmt::skip]
const HANDLERS: &[(Command, H)] = &[
    (C::Down, H::Move(M::Rows(1))),
    (C::Up, H::Move(M::Rows(-1))),
    (C::HalfPageDown, H::Move(M::HalfPages(1))),
    (C::HalfPageUp, H::Move(M::HalfPages(-1))),
    (C::PageDown, H::Move(M::HalfPages(2))),
    (C::PageUp, H::Move(M::HalfPages(-2))),
    (C::Top, H::Move(M::Top)),
    (C::Bottom, H::Move(M::Bottom)),
    (C::SetMark, H::Do(pane_commands::set_mark)),
    (C::GoToMark, H::Do(pane_commands::go_to_mark)),
    (C::JumpBack, H::Do(|state| visit::jump(state, false))),
    (C::JumpForward, H::Do(|state| visit::jump(state, true))),

    (C::Open, H::Run(pane_commands::open)),
    (C::Back, H::Do(pane_commands::back)),
    (C::Dismiss, H::Do(pane_commands::dismiss)),
    (C::NextPane, H::Do(|state| pane_commands::focus_step(state, 1))),
    (C::PreviousPane, H::Do(|state| pane_commands::focus_step(state, Pane::ALL.len() - 1))),
    (C::Articles, H::Do(|state| state.focus = Pane::Articles)),
    (C::Reader, H::Do(|state| state.focus = Pane::Reader)),
    (C::Timeline, H::Do(|state| state.focus = Pane::Timeline)),
    (C::Actors, H::Do(|state| state.focus = Pane::Actors)),
    (C::Zoom, H::Do(pane_commands::zoom)),
    (C::NarrowPane, H::Run(|state| pane_commands::resize(state, false))),
    (C::WidenPane, H::Run(|state| pane_commands::resize(state, true))),
    (C::ToggleHistogram, H::Do(histogram_range::toggle)),

    (C::Filter, H::Do(pane_commands::filter)),
    (C::DropFilter, H::Run(pane_commands::leave_list)),
    (C::PickActor, H::Do(|state| filtering::pick_facet(state, FacetKind::Actor))),
    (C::PickMonth, H::Do(|state| filtering::pick_facet(state, FacetKind::Month))),
    (C::PickSource, H::Do(|state| filtering::pick_facet(state, FacetKind::Outlet))),
    (C::PickLang, H::Do(|state| filtering::pick_facet(state, FacetKind::Language))),
    (C::Brush, H::Do(histogram_range::begin)),
    (C::Sort, H::Do(filtering::pick_order)),
    (C::ToggleCopies, H::Do(gather_groups::toggle)),
    (C::FoldCopies, H::Do(gather_groups::cycle)),
    (C::SplitCopy, H::Run(family_keys::split)),
    (C::JoinCopy, H::Do(family_keys::ask_join)),
    (C::CountBy, H::Run(gather_groups::count_by)),
    (C::Search, H::Do(pane_commands::search)),
    (C::SearchNext, H::Do(|state| find::repeat(state, true))),
    (C::SearchPrevious, H::Do(|state| find::repeat(state, false))),
    (C::SearchTexts, H::Run(find::search_texts)),

    (C::NextEvent, H::Do(|state| visit::go_to_event(state, true))),
    (C::PreviousEvent, H::Do(|state| visit::go_to_event(state, false))),
    (C::NextActor, H::Do(|state| visit::go_to_actor(state, true))),
    (C::PreviousActor, H::Do(|state| visit::go_to_actor(state, false))),
    (C::NextArticle, H::Do(|state| next_article::step(state, true))),
    (C::PreviousArticle, H::Do(|state| next_article::step(state, false))),
    (C::NextUnread, H::Do(next_article::next_unread)),
    (C::Outline, H::Do(outline::pick)),
    (C::OpenAddress, H::Run(address::open)),
    (C::ToggleComments, H::Do(visit::toggle_comments)),
    (C::Compare, H::Do(compare_keys::ask)),
    (C::OpenSheet, H::Run(sheet_keys::open)),
    (C::WhyDate, H::Do(edit_article::explain)),
    (C::CorrectDate, H::Do(edit_article::ask_date)),
    (C::CorrectArticle, H::Do(edit_article::form)),
    (C::CorrectListed, H::Do(edit_article::form_of_listed)),

    (C::Select, H::Do(selection::select)),
    (C::CaretLeft, H::Caret(|state, count| selection::backward(state, TextUnit::Grapheme, count))),
    (C::CaretRight, H::Caret(|state, count| selection::forward(state, TextUnit::Grapheme, count))),
    (C::NextWord, H::Caret(|state, count| selection::go_on(state, TextUnit::Word, count))),
    (C::PreviousWord, H::Caret(|state, count| selection::backward(state, TextUnit::Word, count))),
    (C::WordEnd, H::Caret(selection::word_end)),
    (C::NextSentence, H::Caret(|state, count| selection::go_on(state, TextUnit::Sentence, count))),
    (C::PreviousSentence, H::Caret(|state, count| selection::backward(state, TextUnit::Sentence, count))),
    (C::NextParagraph, H::Caret(|state, count| selection::go_on(state, TextUnit::Paragraph, count))),
    (C::PreviousParagraph, H::Caret(|state, count| selection::backward(state, TextUnit::Paragraph, count))),
    (C::RowHead, H::Caret(|state, _| selection::go_in_row(state, 0))),
    (C::RowEnd, H::Caret(|state, _| selection::go_in_row(state, usize::MAX))),
    (C::SelectWord, H::Caret(|state, count| selection::select_units(state, TextUnit::Word, count))),
    (C::SelectSentence, H::Caret(|state, count| selection::select_units(state, TextUnit::Sentence, count))),
    (C::SelectParagraph, H::Caret(|state, count| selection::select_units(state, TextUnit::Paragraph, count))),
    (C::SwapEnds, H::Caret(|state, _| selection::swap_ends(state))),
    (C::LeaveCaret, H::Caret(|state, _| selection::leave(state))),
    (C::Highlight, H::Do(highlights::begin)),
    (C::RepeatHighlight, H::Run(highlights::repeat)),
    (C::Note, H::Run(|state| note_editor_keys::begin(state, false))),
    (C::NoteArticle, H::Run(note_editor_keys::begin_article)),
    (C::EditNote, H::Run(|state| note_editor_keys::begin(state, true))),
    (C::Notes, H::Do(notes_pane_keys::list)),
    (C::Review, H::Do(|state| state.overlay = review_keys::open(state))),
    (C::AttachNote, H::Run(attach::ask)),
    (C::Copy, H::Run(clipboard::copy)),
    (C::Cite, H::Run(clipboard::cite)),
    (C::ToggleRead, H::Run(|state| article_flags::toggle(state, typed::Read))),
    (C::ToggleStar, H::Run(|state| article_flags::toggle(state, typed::Starred))),
    (C::PickCase, H::Do(case::pick)),
    (C::PutIntoCase, H::Run(case::put)),
    (C::Delete, H::Run(highlights::delete)),
    (C::NextHighlight, H::Do(|state| highlights::go_to_mark(state, true))),
    (C::PreviousHighlight, H::Do(|state| highlights::go_to_mark(state, false))),
    (C::Undo, H::Reverse(highlights::undo)),
    (C::Redo, H::Reverse(highlights::redo)),

    (C::TimelineBasis, H::Run(pane_commands::turn_timeline)),
    (C::TimelineFiner, H::Do(|state| pane_commands::scale_timeline(state, true))),
    (C::TimelineCoarser, H::Do(|state| pane_commands::scale_timeline(state, false))),
    (C::SpanTimeline, H::Do(timeline_range::begin)),
    (C::ShowSentence, H::Do(event_page::show)),
    (C::OpenDay, H::Run(sheet_keys::open_day)),
    (C::GoToDate, H::Do(timeline_date::ask)),
    (C::PinEvent, H::Run(pin::pin)),
    (C::HideEvent, H::Run(pin::hide)),
    (C::ShowHidden, H::Do(pin::toggle_hidden)),

    (C::FilterByActor, H::Actor(filtering::toggle_actor)),
    (C::MergeActor, H::Actor(edit_actor::merge)),
    (C::SplitActor, H::Actor(edit_actor::split)),
    (C::RenameActor, H::Actor(edit_actor::rename)),
    (C::HideActor, H::Actor(edit_actor::hide)),
    (C::AlikeActors, H::Actors(edit_actor::pick_alike)),
    (C::Corrections, H::Actors(edit_actor::pick_correction)),

    (C::Help, H::Do(|state| pane_commands::page(state, pages::help(&state.input.keymap)))),
    (C::Palette, H::Do(pane_commands::palette)),
    (C::CommandLine, H::Do(|state| pane_commands::show_prompt(state, PromptKind::Command))),
    (C::Files, H::Do(|state| pane_commands::page(state, pages::files(&state.load.problems)))),
    (C::Messages, H::Do(|state| pane_commands::page(state, pages::messages(&state.messages)))),
    (C::Rescan, H::Run(reload::ask)),
    (C::StopLoading, H::Run(pane_commands::stop_loading)),
    (C::Export, H::Do(export::ask)),
    (C::Theme, H::Do(pick_theme::open)),
    (C::Suspend, H::Run(|_| vec![Effect::Suspend])),
    (C::Redraw, H::Run(|_| vec![Effect::Redraw])),
    (C::Leave, H::Run(pane_commands::quit)),
    (C::Quit, H::Run(pane_commands::quit)),

    (C::BrushLeft, H::Range(|state| histogram_range::go(state, |column, _| column.saturating_sub(1)))),
    (C::BrushRight, H::Range(|state| histogram_range::go(state, |column, _| column + 1))),
    (C::BrushFirst, H::Range(|state| histogram_range::go(state, |_, _| 0))),
    (C::BrushLast, H::Range(|state| histogram_range::go(state, |_, last| last))),
    (C::SpanDown, H::Range(|state| timeline_range::go(state, M::Rows(1)))),
    (C::SpanUp, H::Range(|state| timeline_range::go(state, M::Rows(-1)))),
    (C::SpanTop, H::Range(|state| timeline_range::go(state, M::Top))),
    (C::SpanBottom, H::Range(|state| timeline_range::go(state, M::Bottom))),
    (C::HoldRange, H::Range(ranges::hold)),
    (C::LeaveRange, H::Range(ranges::leave)),

    (C::Accept, H::Accept),
    (C::Cancel, H::Cancel),
    (C::Close, H::Cancel),
    (C::FirstRow, H::Move(M::Top)),
    (C::ListDown, H::List(M::Rows(1))),
    (C::ListUp, H::List(M::Rows(-1))),
    (C::ListPageDown, H::List(M::HalfPages(2))),
    (C::ListPageUp, H::List(M::HalfPages(-2))),
    (C::CorrectShownDate, H::Page(edit_article::ask_date)),
    (C::SheetLeft, H::Sheet(sheet_keys::left)),
    (C::SheetRight, H::Sheet(sheet_keys::right)),
    (C::ExportSheet, H::Sheet(sheet_keys::ask_file)),
    (C::ReviewListed, H::Notes(notes_pane_keys::review)),
    (C::DeleteNoted, H::Notes(notes_pane_keys::delete)),

    (C::Complete, H::Complete),
    (C::NextOffer, H::Offer(|prompt| prompt.offers.step(true))),
    (C::PreviousOffer, H::Offer(|prompt| prompt.offers.step(false))),
    (C::NextTag, H::Note(note_editor_keys::next_tag)),
    (C::CloseOffers, H::CloseOffers),
    (C::QueryHelp, H::Filter(filter_keys::help)),
    (C::EarlierQuery, H::Filter(filter_keys::earlier)),
    (C::LaterQuery, H::Filter(filter_keys::later)),

    (C::TextLeft, H::Edit(Edit::Left)),
    (C::TextRight, H::Edit(Edit::Right)),
    (C::TextWordLeft, H::Edit(Edit::WordLeft)),
    (C::TextWordRight, H::Edit(Edit::WordRight)),
    (C::TextHead, H::Edit(Edit::Head)),
    (C::TextEnd, H::Edit(Edit::End)),
    (C::DeleteBack, H::Edit(Edit::DeleteBack)),
    (C::DeleteForward, H::Edit(Edit::DeleteForward)),
    (C::DeleteWord, H::Edit(Edit::DeleteWord)),
    (C::DeleteNextWord, H::Edit(Edit::DeleteNextWord)),
    (C::DeleteToEnd, H::Edit(Edit::DeleteToEnd)),
    (C::ClearLine, H::Edit(Edit::DeleteToHead)),
    (C::PutBack, H::Edit(Edit::PutBack)),

    (C::KeepNote, H::Note(note_editor_keys::keep)),
    (C::LeaveNote, H::Note(note_editor_keys::leave)),
    (C::EditOutside, H::Note(note_editor_keys::edit_outside)),
    (C::NewLine, H::Edit(Edit::NewLine)),
    (C::Indent, H::Edit(Edit::Indent)),
    (C::TextUp, H::Edit(Edit::Up)),
    (C::TextDown, H::Edit(Edit::Down)),
    (C::TextPageUp, H::Edit(Edit::PageUp)),
    (C::TextPageDown, H::Edit(Edit::PageDown)),
    (C::ParagraphUp, H::Edit(Edit::ParagraphUp)),
    (C::ParagraphDown, H::Edit(Edit::ParagraphDown)),
    (C::UndoTyping, H::Edit(Edit::Undo)),
    (C::RedoTyping, H::Edit(Edit::Redo)),

    (C::AcceptPlace, H::Review(review_decisions::accept)),
    (C::AcceptMoved, H::Review(|state, _, _| review_decisions::accept_moved(state))),
    (C::ChoosePlace, H::Review(review_decisions::choose)),
    (C::KeepOrphan, H::Review(review_decisions::orphan)),
    (C::DeleteListed, H::Review(review_decisions::delete)),

    (C::Color1, H::Color(1)),
    (C::Color2, H::Color(2)),
    (C::Color3, H::Color(3)),
    (C::Color4, H::Color(4)),
    (C::Color5, H::Color(5)),
    (C::Color6, H::Color(6)),
    (C::Color7, H::Color(7)),
    (C::Color8, H::Color(8)),
    (C::Color9, H::Color(9)),
];
