package org.dongvon.shared.change;

import java.util.List;
import java.util.Optional;
import org.dongvon.shared.text.Label;

/** The register of documents; offered by {@code document}, which this module may not use. */
public interface KnownDocuments {

    /** The number of a document by its code, as people name it; none when the register lacks it. */
    Optional<String> number(String code);

    /** All documents, to choose one from. */
    List<Known> all();

    /** A document by its code, with its number and title. */
    record Known(String code, String number, Label title) {}
}
