package org.dongvon.command;

import java.io.PrintWriter;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;

/**
 * Where a command writes, and in which language.
 *
 * @param out facts
 * @param err what is wrong, one line
 * @param language chosen by {@code --lang}
 * @param messages the sentences
 */
record Console(PrintWriter out, PrintWriter err, Language language, Messages messages) {

    Formats formats() {
        return Formats.in(language);
    }

    String text(String key, Object... facts) {
        return messages.text(language, key, facts);
    }

    void print(String line) {
        out.println(line);
    }

    /** One line, whatever the sentence holds. */
    void complain(String sentence) {
        err.println("dongvon: " + sentence.strip().replaceAll("\\s*\\R\\s*", " "));
    }

    void complain(Refused refused) {
        complain(messages.sentence(language, refused));
    }
}
