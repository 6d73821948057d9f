package org.dongvon.form;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dongvon.document.Document;
import org.dongvon.document.Mark;
import org.dongvon.document.ShippedDocuments;
import org.dongvon.document.ShippedFile;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The wordings that come with the product, {@code reference/form-texts.csv}: a wording is a file of the program, so its days
 * are too. A new guidance is a new row and a new template; papers of earlier days keep the earlier one.
 */
@Component
class FormTexts {

    private final List<FormText> texts;

    FormTexts() {
        var documents = ShippedDocuments.read().documents().stream()
                .collect(Collectors.toMap(Document::code, Function.identity()));
        texts = ShippedFile.read("form-texts").rows(row -> text(row, documents)).stream()
                .sorted(Comparator.comparing(FormText::form).thenComparing(FormText::validFrom))
                .toList();
    }

    private static FormText text(ShippedFile.Row row, Map<String, Document> documents) {
        return new FormText(
                row.constant("form", FormCode.class),
                row.requiredDay("valid_from"),
                document(row.text("document"), documents),
                row.text("template"),
                row.constant("mark", Mark.class));
    }

    private static @Nullable Document document(String code, Map<String, Document> documents) {
        if (code.isEmpty()) {
            return null;
        }
        var found = documents.get(code);
        if (found == null) {
            throw new IllegalStateException("no document " + code + " is shipped");
        }
        return found;
    }

    /** All wordings by form and day. */
    List<FormText> all() {
        return texts;
    }

    /**
     * The wording of a form on a day.
     *
     * @throws Refused {@link FormRefusal#NO_TEXT_ON_DAY} before the first that is known
     */
    FormText on(FormCode form, LocalDate day) {
        return texts.stream()
                .filter(each -> each.form() == form && !each.validFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new Refused(FormRefusal.NO_TEXT_ON_DAY, form.number(), day));
    }
}
