package org.dongvon.ledger.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dongvon.ledger.seal.BookReader.Office;
import org.dongvon.ledger.seal.Renewal.Carried;
import org.dongvon.ledger.seal.Seal.Contents;
import org.dongvon.ledger.seal.Seal.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The seals as stored: append-only. */
@Repository
class SealBook {

    private static final String LAST = """
            select u.code, s.from_day, s.to_day, s.previous, s.root, s.leaves, s.vouchers, s.key, s.signature
              from ledger.seal s
              join organisation.unit u on u.id = s.office_id
             where s.office_id = :office
             order by s.to_day desc
             limit 1
            """;

    private static final String ALL = """
            select u.code, s.from_day, s.to_day, s.previous, s.root, s.leaves, s.vouchers, s.key, s.signature
              from ledger.seal s
              join organisation.unit u on u.id = s.office_id
             where s.office_id = :office and s.to_day between :from and :to
             order by s.to_day
            """;

    private static final String COVERING = """
            select u.code, s.from_day, s.to_day, s.previous, s.root, s.leaves, s.vouchers, s.key, s.signature
              from ledger.seal s
              join organisation.unit u on u.id = s.office_id
             where s.office_id = :office and s.to_day >= :day and s.from_day <= :day
             order by s.to_day
             limit 1
            """;

    private static final String HASHES = """
            select encode(s.hash, 'hex') as hash from ledger.seal s where s.office_id = :office order by s.to_day
            """;

    // A voucher that lost its place in the count is none of the seal's.
    private static final String CONTENTS = """
            select v.kind, v.name, v.leaves, v.hash
              from (select kind, name, leaves, hash, ordinal, row_number() over (order by ordinal) as place
                      from ledger.sealed_voucher
                     where office_id = :office and to_day = :day) v
             where v.ordinal = v.place
             order by v.ordinal
            """;

    private static final String SEAL = """
            insert into ledger.seal
                   (office_id, from_day, to_day, previous, root, leaves, vouchers, key, hash, signature)
            values (:office, :from, :to, :previous, :root, :leaves, :vouchers, :key, :hash, :signature)
            """;

    private static final String SEAL_VOUCHERS = """
            insert into ledger.sealed_voucher (office_id, to_day, ordinal, kind, name, leaves, hash)
            select :office, :day, n.ordinal, n.kind, n.name, n.leaves, decode(n.hash, 'hex')
              from unnest(cast(:kinds as text[]), cast(:names as text[]), cast(:leaves as integer[]), cast(:hashes as text[]))
                   with ordinality as n (kind, name, leaves, hash, ordinal)
            """;

    private static final String KEYS = """
            select k.number, k.public_key, k.endorsement, r.account, r.witness, r.reason,
                   to_char(r.renewed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as renewed_at
              from ledger.seal_key k
              left join ledger.seal_renewal r on r.key = k.number
             order by k.number
            """;

    private static final String CARRIED = """
            select u.code, c.to_day, c.hash
              from ledger.seal_carried c
              join organisation.unit u on u.id = c.office_id
             where c.key = :key
             order by u.code collate "C"
            """;

    private static final String HEADS = """
            select distinct on (u.code collate "C") u.code, s.to_day, s.hash
              from ledger.seal s
              join organisation.unit u on u.id = s.office_id
             order by u.code collate "C", s.to_day desc
            """;

    private static final String ADD_RENEWAL = """
            insert into ledger.seal_renewal (key, renewed_at, account, witness, reason)
            values (:key, cast(:at as timestamptz), :account, :witness, :reason)
            """;

    private static final String ADD_CARRIED = """
            insert into ledger.seal_carried (key, office_id, to_day, hash)
            select :key, u.id, n.day, decode(n.hash, 'hex')
              from unnest(cast(:offices as text[]), cast(:days as date[]), cast(:hashes as text[])) as n (code, day, hash)
              join organisation.unit u on u.code = n.code
            """;

    // "do nothing": two offices' first closes may bring the same key at once.
    private static final String ADD_KEY = """
            insert into ledger.seal_key (number, public_key, endorsement) values (:number, :key, :endorsement)
                on conflict do nothing
            """;

    private static final String OFFICES = """
            select u.id, u.code
              from organisation.unit u
             where exists (select from organisation.business_day d where d.office_id = u.id)
                or exists (select from ledger.seal s where s.office_id = u.id)
             order by u.code
            """;

    private final JdbcClient db;

    SealBook(JdbcClient db) {
        this.db = db;
    }

    /** The offices that keep books, by code. */
    List<Office> offices() {
        return db.sql(OFFICES)
                .query((row, n) -> new Office(row.getLong("id"), row.getString("code")))
                .list();
    }

    Optional<Seal> last(long office) {
        return db.sql(LAST).param("office", office).query((row, n) -> seal(row)).optional();
    }

    /** The seals that end within these days, in their order. */
    List<Seal> between(long office, LocalDate from, LocalDate to) {
        return db.sql(ALL)
                .param("office", office)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> seal(row))
                .list();
    }

    Optional<Seal> covering(long office, LocalDate day) {
        return db.sql(COVERING)
                .param("office", office)
                .param("day", day)
                .query((row, n) -> seal(row))
                .optional();
    }

    /** The stored hashes of an office's seals, in their order: to be compared with those of their texts. */
    List<String> hashes(long office) {
        return db.sql(HASHES)
                .param("office", office)
                .query((row, n) -> row.getString("hash"))
                .list();
    }

    /** What stands under a seal, in the order of its tree. */
    List<SealedVoucher> contents(long office, LocalDate to) {
        return db.sql(CONTENTS)
                .param("office", office)
                .param("day", to)
                .query((row, n) -> sealed(row))
                .list();
    }

    /** Adds a seal; returns how many vouchers and records stand under it. */
    long add(long office, Seal seal, List<SealedVoucher> contents) {
        db.sql(SEAL)
                .param("office", office)
                .param("from", seal.period().from())
                .param("to", seal.period().to())
                .param("previous", seal.previous().bytes())
                .param("root", seal.contents().root().bytes())
                .param("leaves", seal.contents().leaves())
                .param("vouchers", seal.contents().vouchers())
                .param("key", seal.key())
                .param("hash", seal.hash().bytes())
                .param("signature", Base64.getDecoder().decode(seal.signature()))
                .update();
        if (!contents.isEmpty()) {
            db.sql(SEAL_VOUCHERS)
                    .param("office", office)
                    .param("day", seal.period().to())
                    .param("kinds", texts(contents, each -> each.kind().name()))
                    .param("names", texts(contents, SealedVoucher::name))
                    .param(
                            "leaves",
                            contents.stream().map(SealedVoucher::leaves).toArray(Integer[]::new))
                    .param("hashes", texts(contents, each -> each.hash().toString()))
                    .update();
        }
        return contents.size();
    }

    /** The public keys, the newest last. */
    List<PublicKey> keys() {
        var base64 = Base64.getEncoder();
        return db
                .sql(KEYS)
                .query((row, n) -> PublicKey.following(
                                row.getInt("number"),
                                base64.encodeToString(row.getBytes("public_key")),
                                base64.encodeToString(row.getBytes("endorsement")))
                        .renewedBy(renewal(row)))
                .list()
                .stream()
                .map(this::withCarried)
                .toList();
    }

    /** The last seal of each office, by its code. */
    List<Carried> heads() {
        return db.sql(HEADS).query((row, n) -> carried(row)).list();
    }

    // A key is made anew when one was lost: there are few of them, and most books have none.
    private PublicKey withCarried(PublicKey key) {
        var renewal = key.renewal();
        if (renewal == null) {
            return key;
        }
        var seals = db.sql(CARRIED)
                .param("key", key.number())
                .query((row, n) -> carried(row))
                .list();
        return key.renewedBy(new Renewal(renewal.at(), renewal.account(), renewal.witness(), renewal.reason(), seals));
    }

    /** Adds a key that was made anew, with its record. */
    int addRenewed(PublicKey key, Renewal renewal) {
        int added = addKey(key);
        db.sql(ADD_RENEWAL)
                .param("key", key.number())
                .param("at", renewal.at().toString())
                .param("account", renewal.account())
                .param("witness", renewal.witness())
                .param("reason", renewal.reason())
                .update();
        var seals = renewal.carried();
        db.sql(ADD_CARRIED)
                .param("key", key.number())
                .param("offices", seals.stream().map(Carried::office).toArray(String[]::new))
                .param("days", seals.stream().map(each -> each.day().toString()).toArray(String[]::new))
                .param(
                        "hashes",
                        seals.stream().map(each -> each.seal().toString()).toArray(String[]::new))
                .update();
        return added;
    }

    int addKey(PublicKey key) {
        return db.sql(ADD_KEY)
                .param("number", key.number())
                .param("key", key.bytes())
                .param("endorsement", Base64.getDecoder().decode(key.endorsement()))
                .update();
    }

    private static String[] texts(List<SealedVoucher> contents, Function<SealedVoucher, String> field) {
        return contents.stream().map(field).toArray(String[]::new);
    }

    // What somebody made of a row is read as it is, so that a check names it instead of breaking off.
    private static SealedVoucher sealed(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        var known = kind.equals("record") ? SealedVoucher.Kind.record : SealedVoucher.Kind.voucher;
        var name = row.getString("name");
        return new SealedVoucher(
                known,
                kind.equals(known.name()) ? name : kind + " " + name,
                row.getInt("leaves"),
                hash(row.getBytes("hash")));
    }

    private static @Nullable Renewal renewal(ResultSet row) throws SQLException {
        var at = row.getString("renewed_at");
        return at == null
                ? null
                : new Renewal(
                        Instant.parse(at),
                        row.getLong("account"),
                        row.getLong("witness"),
                        row.getString("reason"),
                        List.of());
    }

    private static Carried carried(ResultSet row) throws SQLException {
        return new Carried(row.getString("code"), row.getObject("to_day", LocalDate.class), hash(row.getBytes("hash")));
    }

    private static Hash hash(byte[] bytes) {
        return bytes.length == Hash.BYTES ? Hash.ofBytes(bytes) : Hash.ofContent(bytes);
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                new Period(
                        row.getString("code"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class)),
                hash(row.getBytes("previous")),
                new Contents(hash(row.getBytes("root")), row.getInt("leaves"), row.getInt("vouchers")),
                row.getInt("key"),
                Base64.getEncoder().encodeToString(row.getBytes("signature")));
    }
}
