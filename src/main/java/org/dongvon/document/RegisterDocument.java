package org.dongvon.document;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.PointsAndDays;
import org.dongvon.shared.timeline.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Entering a document into the register. The subject is its new code, such as {@code QD-15-2027}. */
@Component
public class RegisterDocument implements ChangeKind {

    public static final String NAME = "document.document";

    private static final Pattern PLAIN = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,31}");

    private static final String CODE_TAKEN = """
            select exists (select from document.document where code = :code)
            """;

    private static final String SAME_DOCUMENT = """
            select code from document.document where number = :number and issuer = :issuer and place = :place limit 1
            """;

    private static final String ADD = """
            insert into document.document (code, number, issued_on, issuer, place, kind, title_vi, title_en, valid_from, valid_to,
                                           mark)
            values (:code, :number, :issued, :issuer, :place, :kind, :title_vi, :title_en, :from, :to, 'FOUND')
            """;

    private final JdbcClient db;
    private final PointsAndDays points;

    RegisterDocument(JdbcClient db, PointsAndDays points) {
        this.db = db;
        this.points = points;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Role> makers() {
        return Set.of(Role.ACCOUNTANT, Role.CREDIT_OFFICER, Role.FUND_OFFICER, Role.DIRECTOR, Role.MANAGER);
    }

    @Override
    public List<Role> approvers() {
        return List.of(Role.DIRECTOR, Role.MANAGER);
    }

    @Override
    public boolean needsDocument() {
        return false;
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return points.home(maker);
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        if (!PLAIN.matcher(subject).matches()) {
            throw new Refused(DocumentRefusal.CODE_NOT_PLAIN, subject);
        }
        if (db.sql(CODE_TAKEN).param("code", subject).query(Boolean.class).single()) {
            throw new Refused(DocumentRefusal.CODE_TAKEN, subject);
        }
        return Facts.none();
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        db.sql(SAME_DOCUMENT)
                .param("number", wanted.textOf("number"))
                .param("issuer", constant(wanted, "issuer"))
                .param("place", wanted.has("place") ? wanted.textOf("place") : "")
                .query(String.class)
                .optional()
                .ifPresent(code -> {
                    throw new Refused(DocumentRefusal.DOCUMENT_REGISTERED, wanted.textOf("number"), code);
                });
        if (wanted.has("from") && wanted.has("to") && !wanted.dateOf("to").isAfter(wanted.dateOf("from"))) {
            throw new Refused(DocumentRefusal.PERIOD_BACKWARD, wanted.dateOf("from"), wanted.dateOf("to"));
        }
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var wanted = approved.wanted();
        db.sql(ADD)
                .param("code", approved.subject())
                .param("number", wanted.textOf("number"))
                .param("issued", wanted.has("issued") ? wanted.dateOf("issued") : null)
                .param("issuer", constant(wanted, "issuer"))
                .param("place", wanted.has("place") ? wanted.textOf("place") : "")
                .param("kind", constant(wanted, "kind"))
                .param("title_vi", wanted.textOf("title-vi"))
                .param("title_en", wanted.textOf("title-en"))
                .param("from", wanted.has("from") ? wanted.dateOf("from") : null)
                .param("to", wanted.has("to") ? wanted.dateOf("to") : null)
                .update();
    }

    @Override
    public Subject.Kind historyOf() {
        return Subject.Kind.DOCUMENT;
    }

    @Override
    public String form(String subject) {
        return "/documents/new";
    }

    /** The constant whose message key the field holds. */
    private static String constant(Facts facts, String field) {
        var key = facts.textOf(field);
        return key.substring(key.indexOf('.') + 1);
    }
}
