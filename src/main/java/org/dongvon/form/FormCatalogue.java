package org.dongvon.form;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dongvon.document.ShippedFile;
import org.dongvon.shared.text.Label;
import org.springframework.stereotype.Component;

/** Every form that the field is known to use, and what the program does with it: {@code reference/forms.csv}. */
@Component
class FormCatalogue {

    private final List<Entry> entries;

    FormCatalogue(FormTexts texts) {
        Map<String, List<FormText>> byNumber = texts.all().stream()
                .collect(Collectors.groupingBy(text -> text.form().number()));
        entries = ShippedFile.read("forms")
                .rows(row -> new Entry(
                        row.text("number"),
                        new Label(row.text("title_vi"), row.text("title_en")),
                        row.constant("state", State.class),
                        new Label(row.text("note_vi"), row.text("note_en")),
                        byNumber.getOrDefault(row.text("number"), List.of())));
    }

    /** All forms in the order of their numbers. */
    List<Entry> all() {
        return entries;
    }

    /** What is done with a form; its name is the message {@code form.state.<STATE>}. */
    enum State {
        /** Pages print it. */
        PRINTED,
        /** It is laid out and waits for the pages whose facts it needs. */
        READY,
        /** What stands on it is known only in part. */
        LATER,
        /** What it is was not established: nothing is guessed. */
        LEFT_OUT
    }

    /**
     * A form.
     *
     * @param title empty when not even the name is known
     * @param note where it is printed, or why not
     * @param texts its wordings, the earliest first
     */
    record Entry(String number, Label title, State state, Label note, List<FormText> texts) {

        /** Whether a number that people use stands in its corner. */
        public boolean isNumbered() {
            return number.contains("/");
        }
    }
}
