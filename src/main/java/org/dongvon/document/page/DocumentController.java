package org.dongvon.document.page;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.TreeMap;
import org.dongvon.document.Document;
import org.dongvon.document.Documents;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class DocumentController {

    private final Documents documents;
    private final DocumentLinks links;

    DocumentController(Documents documents, DocumentLinks links) {
        this.documents = documents;
        this.links = links;
    }

    @GetMapping("/documents")
    String index(Model model) {
        model.addAttribute(
                "kinds", documents.list().stream().collect(groupingBy(Document::kind, TreeMap::new, toList())));
        return "document/list";
    }

    @GetMapping("/documents/{code}")
    String show(@PathVariable String code, Model model) {
        var document = documents.get(code);
        model.addAttribute("document", document);
        model.addAttribute("links", links.of(document));
        return "document/show";
    }
}
