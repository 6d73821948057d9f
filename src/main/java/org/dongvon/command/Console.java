package org.dongvon.command;

import java.io.PrintWriter;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;

/** The terminal: facts on one stream, refusals on the other, both in the reader's language. */
final class Console {

    private final PrintWriter out;
    private final PrintWriter err;
    private final Language language;

    Console(PrintWriter out, PrintWriter err, Language language) {
        this.out = out;
        this.err = err;
        this.language = language;
    }

    Language language() {
        return language;
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    /** A line of facts. */
    void say(String key, Object... facts) {
        out.println(text(key, facts));
        out.flush();
    }

    /** A line on what is being done, which no script reads. */
    void tell(String key, Object... facts) {
        err.println(text(key, facts));
        err.flush();
    }

    void refuse(Refused refused) {
        err.println(Messages.ofFiles().sentence(language, refused));
        err.flush();
    }

    String text(String key, Object... facts) {
        return Messages.ofFiles().text(language, key, facts);
    }
}
