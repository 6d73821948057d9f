package org.dongvon.session.provisional;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.provisional.CollectionPages.Collection;
import org.dongvon.session.provisional.CollectionPages.Row;
import org.dongvon.session.provisional.RecordCollections.Collected;
import org.dongvon.session.provisional.RecordCollections.Line;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.MoneyInput;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The group head's own page: 13/TD on a telephone. */
@Controller
class CollectionController {

    private final CollectionPages pages;
    private final RecordCollections record;
    private final HandInCollections handIn;

    CollectionController(CollectionPages pages, RecordCollections record, HandInCollections handIn) {
        this.pages = pages;
        this.record = record;
        this.handIn = handIn;
    }

    @GetMapping("/collection")
    ModelAndView show(Actor head, Form form) {
        return page(pages.read(head).orElse(null), form, HttpStatus.OK);
    }

    /** Rows with an amount are recorded; an empty cell is nothing. */
    @PostMapping("/collection")
    ModelAndView create(Actor head, Form form) {
        var collection = pages.read(head).orElse(null);
        var key = form.key();
        if (collection == null) {
            return page(null, form, HttpStatus.NOT_FOUND);
        }
        var lines = lines(collection, form, key);
        if (form.isRight()) {
            try {
                record.run(head, new Collected(key, lines));
                return SeeOther.to("/collection#held");
            } catch (Refused refused) {
                form.refuse("record", refused);
                return page(collection, form, Answers.status(refused));
            }
        }
        return page(collection, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static List<Line> lines(Collection collection, Form form, UUID key) {
        var lines = new ArrayList<Line>();
        for (var row : collection.rows()) {
            var interest = amount(form, "interest-" + row.field());
            var saving = amount(form, "saving-" + row.field());
            if (interest.plus(saving).isPositive()) {
                lines.add(line(form, row, key, interest, saving));
            }
        }
        return lines;
    }

    private static Line line(Form form, Row row, UUID key, Dong interest, Dong saving) {
        var id = UUID.nameUUIDFromBytes((key + " " + row.field()).getBytes(StandardCharsets.US_ASCII));
        var whose = row.place().key();
        return form.read(
                "note-" + row.field(),
                note -> new Line(id, whose, interest, saving, note),
                new Line(id, whose, interest, saving, ""));
    }

    private static Dong amount(Form form, String field) {
        return form.text(field).isBlank() ? Dong.ZERO : form.read(field, MoneyInput::parse, Dong.ZERO);
    }

    @PostMapping("/collection/hand-in")
    ModelAndView handIn(Actor head, Form form) {
        var key = form.key();
        try {
            handIn.handIn(head, key);
            return SeeOther.to("/collection#held");
        } catch (Refused refused) {
            form.refuse("hand-in", refused);
            return page(pages.read(head).orElse(null), form, Answers.status(refused));
        }
    }

    @PostMapping("/collection/withdrawal")
    ModelAndView withdraw(Actor head, Form form) {
        var key = form.key();
        try {
            handIn.withdraw(head, key, form.key("line"), form.text("reason"));
            return SeeOther.to("/collection#held");
        } catch (Refused refused) {
            form.refuse("reason", refused);
            return page(pages.read(head).orElse(null), form, Answers.status(refused));
        }
    }

    private static ModelAndView page(@Nullable Collection collection, Form form, HttpStatus status) {
        form.withKey();
        var page = new ModelAndView("session/provisional/collection", status);
        page.addObject("page", collection);
        return page;
    }
}
