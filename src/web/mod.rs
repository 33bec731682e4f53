//! The only browser code: the custom element, canvas painting, the DOM of labels and list, measuring, events.
