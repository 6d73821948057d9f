package org.dongvon.document;

import java.util.List;
import java.util.Optional;
import org.dongvon.shared.change.KnownDocuments;
import org.springframework.stereotype.Component;

/** Tells change requests which documents there are. */
@Component
class KnownByCode implements KnownDocuments {

    private final Documents documents;

    KnownByCode(Documents documents) {
        this.documents = documents;
    }

    @Override
    public Optional<String> number(String code) {
        return documents.find(code).map(Document::number);
    }

    @Override
    public List<Known> all() {
        return documents.list().stream()
                .map(each -> new Known(each.code(), each.number(), each.title()))
                .toList();
    }
}
