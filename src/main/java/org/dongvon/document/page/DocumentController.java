package org.dongvon.document.page;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.TreeMap;
import org.dongvon.document.Document;
import org.dongvon.document.Documents;
import org.dongvon.document.RegisterDocument;
import org.dongvon.shared.Actor;
import org.dongvon.shared.timeline.History;
import org.dongvon.shared.timeline.Subject;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class DocumentController {

    private final Documents documents;
    private final DocumentLinks links;
    private final RegisterDocument register;

    DocumentController(Documents documents, DocumentLinks links, RegisterDocument register) {
        this.documents = documents;
        this.links = links;
        this.register = register;
    }

    @GetMapping("/documents")
    String index(Actor actor, Model model) {
        model.addAttribute("mayAsk", register.makers().contains(actor.role()));
        model.addAttribute(
                "kinds", documents.list().stream().collect(groupingBy(Document::kind, TreeMap::new, toList())));
        return "document/list";
    }

    @GetMapping("/documents/{code}")
    String show(@PathVariable String code, Model model) {
        var document = documents.get(code);
        model.addAttribute("document", document);
        model.addAttribute("links", links.of(document));
        model.addAttribute("history", History.of(Subject.Kind.DOCUMENT, code));
        return "document/show";
    }
}
