package org.dongvon.ledger.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.dongvon.ledger.SealedRows;
import org.dongvon.shared.SealKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the books as they stand now, in the form that is sealed: all vouchers and records of days, leaf by leaf. */
@Repository
class BookReader {

    private static final String VOUCHERS = """
            select j.id, j.business_date as day,
                   concat(u.code, '-', to_char(j.business_date, 'YY'), '-',
                          lpad(j.voucher::text, greatest(6, length(j.voucher::text)), '0')) as name
              from ledger.journal j
              join organisation.unit u on u.id = j.point_id
             where j.office_id = :office and j.business_date between :from and :to
            """;

    /** So many vouchers are held in memory at once. */
    private static final int CHUNK = 100;

    private static final int FETCHED_AT_ONCE = 2000;

    private static final Comparator<String> BY_BYTES =
            (one, other) -> Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));

    private final List<SealedRows> modules;
    private final SealKeys keys;
    private final JdbcClient db;

    BookReader(List<SealedRows> modules, SealKeys keys, JdbcClient db) {
        this.modules = List.copyOf(modules);
        this.keys = keys;
        this.db = db;
    }

    /** Makes what the rows refer to: to be called once, before the days are sealed. */
    void prepare(long officeId, LocalDate from, LocalDate to) {
        modules.forEach(module -> module.prepare(officeId, from, to));
    }

    /** Hands over all vouchers and records of an office's days, in the order of the day's tree. */
    void read(Office office, LocalDate from, LocalDate to, Consumer<Leaves> taken) {
        // "record" comes before "voucher", and so do all records.
        records(office, from, to).values().forEach(lines -> taken.accept(lines.leaves()));
        var journals = journals(office, from, to);
        for (int i = 0; i < journals.size(); i += CHUNK) {
            vouchers(office, journals.subList(i, Math.min(journals.size(), i + CHUNK)), taken);
        }
    }

    /** What stands under the seal of an office's days, as the books are now. */
    List<SealedVoucher> heads(Office office, LocalDate from, LocalDate to) {
        var heads = new ArrayList<SealedVoucher>();
        read(office, from, to, leaves -> heads.add(leaves.head()));
        return heads;
    }

    /** One journal of a day; empty when it is not there. */
    Optional<Leaves> find(Office office, LocalDate day, long journal) {
        var found = new ArrayList<Leaves>(1);
        var named = journals(office, day, day).stream()
                .filter(each -> each.id() == journal)
                .toList();
        vouchers(office, named, found::add);
        return found.stream().findFirst();
    }

    private List<Named> journals(Office office, LocalDate from, LocalDate to) {
        return db
                .sql(VOUCHERS)
                .param("office", office.id())
                .param("from", from)
                .param("to", to)
                .query((row, n) ->
                        new Named(row.getLong("id"), row.getString("name"), row.getObject("day", LocalDate.class)))
                .list()
                .stream()
                .sorted(Comparator.comparing(Named::name, BY_BYTES))
                .toList();
    }

    private void vouchers(Office office, List<Named> journals, Consumer<Leaves> taken) {
        if (journals.isEmpty()) {
            return;
        }
        Map<Long, Lines> vouchers = new LinkedHashMap<>();
        journals.forEach(each ->
                vouchers.put(each.id(), new Lines(SealedVoucher.Kind.voucher, each.name(), office, each.day())));
        for (var module : modules) {
            db.sql(module.ofVouchers())
                    .withFetchSize(FETCHED_AT_ONCE)
                    .param("journals", vouchers.keySet().toArray(Long[]::new))
                    .query(row -> {
                        var lines = vouchers.get(row.getLong("journal_id"));
                        if (lines != null) {
                            lines.add(
                                    new LineKey(row.getInt("line_no"), named(row.getString("line_id"))),
                                    text(row.getString("text"), row.getString("secret")));
                        }
                    });
        }
        vouchers.values().forEach(lines -> taken.accept(lines.leaves()));
    }

    private Map<String, Lines> records(Office office, LocalDate from, LocalDate to) {
        Map<String, Lines> records = new TreeMap<>(BY_BYTES);
        for (var module : modules) {
            module.ofRecords()
                    .ifPresent(sql -> db.sql(sql)
                            .param("office", office.id())
                            .param("from", from)
                            .param("to", to)
                            .query(row -> {
                                var name = row.getString("name");
                                var day = row.getObject("day", LocalDate.class);
                                records.computeIfAbsent(
                                                name, any -> new Lines(SealedVoucher.Kind.record, name, office, day))
                                        .add(LineKey.HEAD, text(row.getString("text"), row.getString("secret")));
                            }));
        }
        return records;
    }

    private static String named(@Nullable String line) {
        return line == null ? LineKey.HEAD.id() : line;
    }

    /** A row as it stands in a leaf: one line, with its free text as a keyed hash. */
    private String text(String row, @Nullable String secret) {
        var text = row.replace("\\", "\\\\").replace("\n", "\\n");
        return secret == null ? text : text + " " + HexFormat.of().formatHex(keys.keyed("text", text + "\n" + secret));
    }

    /** An office with the code that leaves name it by. */
    record Office(long id, String code) {}

    private record Named(long id, String name, LocalDate day) {}

    private record LineKey(int number, String id) implements Comparable<LineKey> {

        static final LineKey HEAD = new LineKey(0, "-");

        @Override
        public int compareTo(LineKey other) {
            return number == other.number ? id.compareTo(other.id) : Integer.compare(number, other.number);
        }
    }

    /** The rows of one voucher or record by line, while they come in. */
    private static final class Lines {

        private final SealedVoucher.Kind kind;
        private final String name;
        private final String beginning;
        private final Map<LineKey, List<String>> rows = new TreeMap<>();

        Lines(SealedVoucher.Kind kind, String name, Office office, LocalDate day) {
            this.kind = kind;
            this.name = name;
            this.beginning =
                    Leaves.VERSION + "office " + office.code() + "\nday " + day + "\n" + kind + " " + name + "\n";
        }

        void add(LineKey line, String row) {
            rows.computeIfAbsent(line, any -> new ArrayList<>()).add(row);
        }

        Leaves leaves() {
            var texts = new ArrayList<String>(rows.size());
            rows.forEach((line, ofLine) -> {
                ofLine.sort(BY_BYTES);
                texts.add(beginning + "line " + line.number() + " " + line.id() + "\n" + String.join("\n", ofLine)
                        + "\n");
            });
            return Leaves.of(kind, name, texts);
        }
    }
}
