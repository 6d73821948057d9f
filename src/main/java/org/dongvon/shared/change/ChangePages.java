package org.dongvon.shared.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.WebOnly;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the pages of approvals show, each on one snapshot. */
@Component
@WebOnly
class ChangePages {

    private final ChangeInbox inbox;
    private final ChangeBook book;
    private final ChangeKinds kinds;
    private final ChangeWords words;
    private final DecideChange decide;
    private final KnownDocuments documents;
    private final Transactions transactions;

    ChangePages(
            ChangeInbox inbox,
            ChangeBook book,
            ChangeKinds kinds,
            ChangeWords words,
            DecideChange decide,
            KnownDocuments documents,
            Transactions transactions) {
        this.inbox = inbox;
        this.book = book;
        this.kinds = kinds;
        this.words = words;
        this.decide = decide;
        this.documents = documents;
        this.transactions = transactions;
    }

    /** A list, by kind when it is the reader's own work and newest first otherwise. */
    Listed list(Actor reader, Language language, ChangeInbox.View view, long before) {
        return transactions.read(reader, () -> {
            var requests = inbox.page(reader, view, before);
            Map<String, List<Row>> rows = new LinkedHashMap<>();
            for (var request : requests) {
                var group = view == ChangeInbox.View.FOR_ME ? request.what().kind() : "";
                rows.computeIfAbsent(group, name -> new ArrayList<>()).add(row(language, request));
            }
            return new Listed(
                    view,
                    rows.entrySet().stream()
                            .map(each -> new Group(each.getKey(), each.getValue()))
                            .toList(),
                    inbox.countForMe(reader),
                    view != ChangeInbox.View.FOR_ME && requests.size() == ChangeInbox.PAGE
                            ? requests.getLast().id()
                            : 0);
        });
    }

    /** Those of the chosen that wait for this person, in the order of waiting. */
    List<Row> chosen(Actor reader, Language language, List<Long> ids) {
        return transactions.read(
                reader,
                () -> book
                        .all(inbox.forMe(reader).stream().filter(ids::contains).toList())
                        .stream()
                        .map(request -> row(language, request))
                        .toList());
    }

    /** One request with everything that helps to judge it. */
    Shown show(Actor reader, Language language, long id) {
        return transactions.read(reader, () -> {
            var request = book.get(id);
            var kind = kinds.get(request.what().kind());
            if (request.maker().person() != reader.personId() && !kinds.isOpenTo(reader.role(), kind)) {
                throw new Refused(ChangeRefusal.UNKNOWN_CHANGE, Long.toString(id));
            }
            var code = request.basis().document();
            var waiting = inbox.forMe(reader);
            return new Shown(
                    row(language, request),
                    request.isWaiting() ? words.look(reader, language, kind, request) : ChangeWords.Look.NOTHING,
                    code == null ? null : documents.number(code).orElse(code),
                    whyNot(reader, request).orElse(null),
                    book.steps(id),
                    former(request),
                    book.corrections(id),
                    new Rights(
                            request.maker().person() == reader.personId(),
                            kind.makers().contains(reader.role()),
                            kind.form(request.what().subject())),
                    new Neighbours(waiting.indexOf(id) + 1, waiting.size(), before(waiting, id), after(waiting, id)));
        });
    }

    /** The one that has waited longest for this person, after the given one; 0 when none waits. */
    long next(Actor reader, long id) {
        return transactions.read(reader, () -> {
            var waiting = inbox.forMe(reader);
            return waiting.stream()
                    .filter(each -> each > id)
                    .findFirst()
                    .or(() -> waiting.stream().findFirst())
                    .orElse(0L);
        });
    }

    private ChangeBook.@Nullable Numbered former(ChangeRequest request) {
        var former = request.basis().former();
        return former == null
                ? null
                : new ChangeBook.Numbered(former, book.get(former).number());
    }

    private Row row(Language language, ChangeRequest request) {
        var kind = kinds.get(request.what().kind());
        var subject = request.what().subject();
        return new Row(
                request,
                kind.describe(subject),
                words.lines(language, kind, subject, request.values()),
                kind.people(subject));
    }

    private Optional<Refused> whyNot(Actor reader, ChangeRequest request) {
        if (!request.isWaiting()) {
            return Optional.empty();
        }
        try {
            decide.requireMayDecide(reader, request);
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused);
        }
    }

    private static long before(List<Long> waiting, long id) {
        return waiting.stream().filter(each -> each < id).reduce(0L, (earlier, later) -> later);
    }

    private static long after(List<Long> waiting, long id) {
        return waiting.stream().filter(each -> each > id).findFirst().orElse(0L);
    }

    static Dong sum(List<Row> rows) {
        return new Dong(rows.stream()
                .map(row -> row.request().values().amount())
                .filter(Objects::nonNull)
                .collect(Collectors.summingLong(Dong::amount)));
    }

    /** A request in a list: what it is about, in words. */
    record Row(ChangeRequest request, Label subject, List<ChangeWords.Line> lines, List<Long> people)
            implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.PERSON_FILE;
        }

        public List<ChangeWords.Line> changed() {
            return lines.stream().filter(ChangeWords.Line::isChanged).toList();
        }
    }

    /** Requests of one kind; without a name when the list is of all kinds. */
    record Group(String kind, List<Row> rows) {

        public Dong total() {
            return sum(rows);
        }
    }

    /**
     * A list.
     *
     * @param waiting how many wait for the reader
     * @param older the number before which the next page begins; 0 at the end
     */
    record Listed(ChangeInbox.View view, List<Group> groups, long waiting, long older) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.PERSON_FILE;
        }

        @Override
        public List<Long> people() {
            return groups.stream()
                    .flatMap(group -> group.rows().stream())
                    .flatMap(row -> row.people().stream())
                    .toList();
        }
    }

    /** What the reader may do with a request of theirs. */
    record Rights(boolean mine, boolean mayAsk, String form) {}

    /** Where a request stands among those that wait for the reader; 0 for none. */
    record Neighbours(int place, int count, long before, long after) {}

    /**
     * A request whole.
     *
     * @param document the number of its document
     * @param whyNot why the reader cannot decide it, while it waits
     */
    record Shown(
            Row row,
            ChangeWords.Look preview,
            @Nullable String document,
            @Nullable Refused whyNot,
            List<ChangeBook.Step> steps,
            ChangeBook.@Nullable Numbered former,
            List<ChangeBook.Numbered> corrections,
            Rights rights,
            Neighbours neighbours)
            implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return row.purpose();
        }

        @Override
        public List<Long> people() {
            return row.people();
        }
    }
}
