use super::OneFileTexts;

pub const ONE_FILE: OneFileTexts = OneFileTexts {
    save: "Save as HTML",
    save_all: "Save all as HTML (ZIP)",
    about: "An HTML file holds Takar together with the package. The unit double-clicks it and fills it in without a network. It takes about 3 MB for each unit.",
    preparing: "Preparing the HTML file…",
    no_page: "No HTML file could be made, because takar.html could not be fetched from the address of this Takar. Check the connection, then try again, or save an ordinary file (JSON).",
    carry_title: "Continue on another computer",
    carry_text: "Save one HTML file that holds Takar together with everything that was filled in, then open it with a double click on another computer, without a network. It also helps if this browser cannot store anything.",
    carry: "Save HTML with the work inside",
    kept_here: "What you fill in is stored in this browser, not inside the HTML file. To go on, open the same file again with the same browser. Do not move or rename the file before you are done.",
    title: "Takar in one file",
    text: "One HTML file holds all of Takar. Keep it on a USB stick or send it to colleagues; it opens with a double click, without a network and without installing anything. Your drafts are not in it.",
    save_page: "Save takar.html",
    is_one: "This Takar was opened from an HTML file. Drafts are stored in this browser, not inside that file. In Firefox they belong to the file’s name and folder; make a backup before you move it. In Chrome and Edge all HTML files on this computer share one storage, so open only files from people you know.",
};
