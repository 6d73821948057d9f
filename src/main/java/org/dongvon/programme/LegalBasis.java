package org.dongvon.programme;

import java.util.List;
import org.dongvon.document.Mark;
import org.dongvon.shared.text.Label;

/**
 * What a row of reference data stands on.
 *
 * @param documents codes in the register of documents
 * @param mark how sure the row is
 * @param note what a reader must know to judge it; may be empty
 */
public record LegalBasis(List<String> documents, Mark mark, Label note) {

    public LegalBasis {
        documents = List.copyOf(documents);
    }
}
