package org.dongvon.shared.change;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.WebOnly;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * What every form that asks for a change has in common: the key, the reason, the document, and the earlier request that
 * it corrects. Its template holds {@code ~{shared/change/fragments :: basis(${form})}}.
 */
@Component
@WebOnly
public class ChangeForms {

    private final RequestChange request;
    private final ChangeBook book;
    private final KnownDocuments documents;
    private final Transactions transactions;
    private final ChangeKinds kinds;
    private final ChangeWords words;

    ChangeForms(
            RequestChange request,
            ChangeBook book,
            KnownDocuments documents,
            Transactions transactions,
            ChangeKinds kinds,
            ChangeWords words) {
        this.request = request;
        this.book = book;
        this.documents = documents;
        this.transactions = transactions;
        this.kinds = kinds;
        this.words = words;
    }

    /**
     * Gives a new form its key. When the address names a former request of the reader, fills in its reason and document
     * and returns the fields that were wanted, for the page to fill in.
     */
    public Optional<Facts> begin(Actor actor, Form form) {
        form.withKey();
        var former = number(form.text("former"));
        if (former == null) {
            return Optional.empty();
        }
        var earlier = transactions.read(actor, () -> book.get(former));
        if (earlier.maker().person() != actor.personId()) {
            throw new Refused(
                    ChangeRefusal.FORMER_NOT_YOURS,
                    Long.toString(former),
                    earlier.outcome().state());
        }
        var document = earlier.basis().document();
        form.with("reason", earlier.basis().reason()).with("document", document == null ? "" : document);
        return Optional.of(earlier.values().wanted());
    }

    /**
     * Asks for the change and answers with its page; nothing when the form has to come back, with its refusals marked. A
     * refusal by the kind is marked at the first wanted field.
     *
     * @throws Refused when the role or the scope forbids it
     */
    public Optional<ModelAndView> send(Actor actor, Form form, String kind, String subject, Facts wanted) {
        var key = form.key();
        if (!form.isRight()) {
            return Optional.empty();
        }
        var basis = new Basis(form.text("reason"), form.text("document"), number(form.text("former")));
        try {
            return Optional.of(
                    SeeOther.to("/approvals/" + request.run(actor, new Proposal(key, kind, subject, wanted, basis))));
        } catch (Refused refused) {
            form.refuse(field(refused, wanted), refused);
            return Optional.empty();
        }
    }

    /** What a change would touch, in the reader's scope: for a look before it is asked for. */
    public ChangeWords.Look preview(Actor reader, Language language, Asked asked) {
        var kind = kinds.get(asked.kind());
        return transactions.read(reader, () -> words.look(reader, language, kind, asked.subject(), asked.wanted()));
    }

    /** A key for a form that decides something, for the template. */
    public UUID newKey() {
        return UUID.randomUUID();
    }

    /** The documents to choose from, for the template. */
    public List<KnownDocuments.Known> documents() {
        return documents.all();
    }

    private static String field(Refused refused, Facts wanted) {
        if (refused.refusal() instanceof ChangeRefusal rule) {
            switch (rule) {
                case CHANGE_NEEDS_REASON -> {
                    return "reason";
                }
                case CHANGE_NEEDS_DOCUMENT, CHANGE_DOCUMENT_UNKNOWN -> {
                    return "document";
                }
                case ROLE_MAY_NOT_ASK, COUNTRY_ONLY, OUTSIDE_SCOPE -> throw refused;
                default -> {}
            }
        }
        return wanted.all().getFirst().name();
    }

    private static @Nullable Long number(String text) {
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    /** A change that is thought of: which kind, of which thing, to which values. */
    public record Asked(String kind, String subject, Facts wanted) {}
}
