package org.dongvon.shared.change;

import java.util.Optional;

/** The register of documents; offered by {@code document}, which this module may not use. */
public interface KnownDocuments {

    /** The number and kind of a document by its code, as people name it; none when the register lacks it. */
    Optional<String> number(String code);
}
