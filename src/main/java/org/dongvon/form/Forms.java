package org.dongvon.form;

import java.util.List;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.springframework.stereotype.Component;

/**
 * Prints filled forms.
 *
 * <p>Example: {@code forms.print(new CollectionSheet(…))} answers 13/TD of one group as {@code 13-td_LC-T03_20240518.pdf};
 * {@code forms.print(sheets)} those of a whole session in one file, each from page 1 and with an entry in the outline.
 */
@Component
public class Forms {

    /** The kind of a file with forms of several kinds, in its name. */
    private static final String MIXED = "bieu-mau";

    private final FormTexts texts;
    private final PaperTemplates templates;

    Forms(FormTexts texts, PaperTemplates templates) {
        this.texts = texts;
        this.templates = templates;
    }

    /**
     * One form. The same data give the same bytes.
     *
     * @throws Refused {@link FormRefusal#NO_TEXT_ON_DAY} when no wording of its day is known
     */
    public PrintedForm print(FormDocument form) {
        return print(List.of(form), form.subject());
    }

    /**
     * One form with those whom it names.
     *
     * @param purpose for which they are shown
     * @throws Refused {@link FormRefusal#NO_TEXT_ON_DAY} when no wording of its day is known
     */
    public PeoplesForm print(FilledForm filled, Purpose purpose) {
        return new PeoplesForm(print(filled.document()), filled.people(), purpose);
    }

    /**
     * Several forms in one file, one after the other in memory, never all of their pages at once.
     *
     * @param subject what the batch is of, for the name of the file
     * @throws Refused {@link FormRefusal#NO_TEXT_ON_DAY}; {@link FormRefusal#NOTHING_TO_PRINT} when there is none
     */
    public PrintedForm print(List<? extends FormDocument> forms, String subject) {
        if (forms.isEmpty()) {
            throw new Refused(FormRefusal.NOTHING_TO_PRINT, subject);
        }
        var first = forms.getFirst();
        boolean same = forms.stream().allMatch(form -> form.code() == first.code());
        var name = String.join(
                "_",
                same ? first.code().slug() : MIXED,
                subject.replaceAll("[^A-Za-z0-9.-]+", "-"),
                first.letterhead().day().toString().replace("-", ""));
        try (var pdf = new PdfPaper(
                same ? first.code().number() + " " + subject : subject,
                first.letterhead().day())) {
            for (var form : forms) {
                var text = texts.on(form.code(), form.letterhead().day());
                pdf.add(templates.html(form, text), form.subject());
            }
            return new PrintedForm(name + ".pdf", pdf.bytes());
        }
    }

    /** The wordings there are, by form and day. */
    List<FormText> texts() {
        return texts.all();
    }
}
