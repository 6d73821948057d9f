package org.dongvon.capital.gift;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes campaigns and gifts in the actor's scope. */
@Repository
class GiftBook {

    private static final Pattern RECEIPT = Pattern.compile("([A-Z][A-Z0-9-]{1,19})-(\\d{6})");

    private static final String CAMPAIGNS = """
            select c.id, c.code, c.point_id, p.office_id, u.name as office, c.name_vi, c.name_en, c.thanks_vi, c.thanks_en, c.goal,
                   c.starts_on, c.ends_on, count(g.id) as gifts, coalesce(sum(g.amount), 0)::bigint as received,
                   coalesce(sum(g.allocated), 0)::bigint as allocated, coalesce(sum(g.refunded), 0)::bigint as refunded,
                   (select coalesce(sum(l.amount), 0)::bigint from capital.pledge l where l.campaign_id = c.id) as pledged
              from capital.campaign c
              join organisation.v_point p on p.id = c.point_id
              join organisation.unit u on u.id = p.office_id
              left join capital.gift g on g.campaign_id = c.id
             where c.point_id <@ (select shared.scope()) and (c.code = :code or :code = '')
             group by c.id, p.office_id, u.name
             order by c.starts_on desc, c.code
            """;

    // Two approvals about one campaign wait for each other: receipts are numbered without a gap.
    private static final String LOCK = """
            select 1 from (select pg_advisory_xact_lock(hashtextextended('campaign ' || :code, 0))) l
            """;

    private static final String ADD = """
            insert into capital.gift (campaign_id, point_id, number, line_id, donor, anonymous, reference, pledge_id, given_on, amount)
            select :campaign, :point, coalesce(max(g.number), 0) + 1, :line, :donor, :anonymous, :reference, cast(:pledge as bigint), :on, :amount
              from capital.gift g
             where g.campaign_id = :campaign
            returning id
            """;

    private static final String MOVE = """
            insert into capital.gift_movement (journal_id, gift_id, point_id, kind, contract_id, amount)
            values (:journal, :gift, :point, :kind, null, :amount)
            """;

    // The oldest gifts first, the last of them in part.
    private static final String ALLOCATE = """
            with free as (
                select g.id, g.amount - g.allocated - g.refunded as free,
                       sum(g.amount - g.allocated - g.refunded) over (order by g.number) as through
                  from capital.gift g
                 where g.campaign_id = :campaign and g.amount > g.allocated + g.refunded),
            written as (
                insert into capital.gift_movement (journal_id, gift_id, point_id, kind, contract_id, amount)
                select :journal, f.id, :point, 'ALLOCATED', :contract, least(f.free, :amount - (f.through - f.free))
                  from free f
                 where f.through - f.free < :amount
                returning gift_id, amount)
            update capital.gift g
               set allocated = g.allocated + w.amount
              from written w
             where w.gift_id = g.id
            """;

    private static final String REFUND = """
            update capital.gift set refunded = refunded + :amount where id = :gift
            """;

    private static final String GIFTS = """
            select g.id, c.code, g.number, g.point_id, g.line_id, g.donor, g.anonymous, g.reference, g.given_on, g.amount, g.allocated,
                   g.refunded,
                   (select string_agg(distinct k.code, ', ')
                      from capital.gift_movement m join capital.contract k on k.id = m.contract_id where m.gift_id = g.id) as contracts
              from capital.gift g
              join capital.campaign c on c.id = g.campaign_id
             where c.code = :code and g.point_id <@ (select shared.scope()) and (g.number = :number or :number = 0)
             order by g.number desc
             limit 500
            """;

    private static final String PLEDGES = """
            select l.id, l.donor, l.amount, l.due_on,
                   (select coalesce(sum(g.amount), 0)::bigint from capital.gift g where g.pledge_id = l.id) as paid
              from capital.pledge l
              join capital.campaign c on c.id = l.campaign_id
             where c.code = :code and l.point_id <@ (select shared.scope())
             order by l.due_on, l.id
             limit 500
            """;

    private static final String CONTRACTS = """
            select c.code
              from capital.contract c
              join capital.v_term t on t.contract_id = c.id and t.source = 'DONATION'
             where c.point_id = :point
             order by c.code
            """;

    private static final String CONTRACT = """
            select t.source from capital.v_term t where t.contract_id = :contract
            """;

    private final JdbcClient db;

    GiftBook(JdbcClient db) {
        this.db = db;
    }

    List<Campaign> campaigns() {
        return db.sql(CAMPAIGNS)
                .param("code", "")
                .query((row, n) -> campaign(row))
                .list();
    }

    /**
     * The campaign of a code in scope.
     *
     * @throws Refused {@link CapitalRefusal#UNKNOWN_CAMPAIGN}
     */
    Campaign campaign(String code) {
        return find(code).orElseThrow(() -> new Refused(CapitalRefusal.UNKNOWN_CAMPAIGN, code));
    }

    Optional<Campaign> find(String code) {
        return code.isEmpty()
                ? Optional.empty()
                : db.sql(CAMPAIGNS)
                        .param("code", code)
                        .query((row, n) -> campaign(row))
                        .optional();
    }

    /** The same, for whoever decides about its money: nobody else does until the transaction ends. */
    Campaign hold(String code) {
        db.sql(LOCK).param("code", code).query(Integer.class).single();
        return campaign(code);
    }

    /** Writes a gift that came by a journal. */
    void add(Campaign campaign, long journal, NewGift gift) {
        long id = db.sql(ADD)
                .param("campaign", campaign.id())
                .param("point", campaign.place().pointId())
                .param("line", gift.line)
                .param("donor", gift.donor.name)
                .param("anonymous", gift.donor.anonymous)
                .param("reference", gift.reference)
                .param("pledge", gift.pledge)
                .param("on", gift.on)
                .param("amount", gift.amount.amount())
                .query(Long.class)
                .single();
        move(campaign, journal, id, "RECEIVED", gift.amount);
    }

    private void move(Campaign campaign, long journal, long gift, String kind, Dong amount) {
        db.sql(MOVE)
                .param("journal", journal)
                .param("gift", gift)
                .param("point", campaign.place().pointId())
                .param("kind", kind)
                .param("amount", amount.amount())
                .update();
    }

    /** Makes the oldest gifts of a campaign capital of a contract. */
    void allocate(Campaign campaign, long journal, long contract, Dong amount) {
        db.sql(ALLOCATE)
                .param("campaign", campaign.id())
                .param("journal", journal)
                .param("point", campaign.place().pointId())
                .param("contract", contract)
                .param("amount", amount.amount())
                .update();
    }

    /** Gives the rest of a gift back. */
    void refund(Campaign campaign, long journal, Gift gift) {
        move(campaign, journal, gift.id, "REFUNDED", gift.left());
        db.sql(REFUND)
                .param("gift", gift.id)
                .param("amount", gift.left().amount())
                .update();
    }

    /** The newest gifts of a campaign. */
    List<Gift> gifts(String campaign) {
        return gifts(campaign, 0);
    }

    /**
     * The gift of a receipt's number in scope.
     *
     * @throws Refused {@link CapitalRefusal#UNKNOWN_GIFT}
     */
    Gift gift(String receipt) {
        var found = RECEIPT.matcher(receipt);
        if (!found.matches() || Integer.parseInt(found.group(2)) == 0) {
            throw new Refused(CapitalRefusal.UNKNOWN_GIFT, receipt);
        }
        return gifts(found.group(1), Integer.parseInt(found.group(2))).stream()
                .findFirst()
                .orElseThrow(() -> new Refused(CapitalRefusal.UNKNOWN_GIFT, receipt));
    }

    private List<Gift> gifts(String campaign, int number) {
        return db.sql(GIFTS)
                .param("code", campaign)
                .param("number", number)
                .query((row, n) -> new Gift(
                        row.getLong("id"),
                        new Receipt(
                                row.getString("code"),
                                row.getInt("number"),
                                row.getLong("point_id"),
                                row.getObject("line_id", UUID.class)),
                        new Donor(row.getString("donor"), row.getBoolean("anonymous")),
                        row.getString("reference"),
                        row.getObject("given_on", LocalDate.class),
                        new Dong(row.getLong("amount")),
                        new Used(
                                new Dong(row.getLong("allocated")),
                                new Dong(row.getLong("refunded")),
                                row.getString("contracts") == null ? "" : row.getString("contracts"))))
                .list();
    }

    List<Pledge> pledges(String campaign) {
        return db.sql(PLEDGES)
                .param("code", campaign)
                .query((row, n) -> new Pledge(
                        row.getLong("id"),
                        row.getString("donor"),
                        new Dong(row.getLong("amount")),
                        row.getObject("due_on", LocalDate.class),
                        new Dong(row.getLong("paid"))))
                .list();
    }

    /** The contracts of donations that the campaign's office keeps. */
    List<String> contracts(Campaign campaign) {
        return db.sql(CONTRACTS)
                .param("point", campaign.place().pointId())
                .query((row, n) -> row.getString("code"))
                .list();
    }

    /** What kind of capital a contract is of. */
    String sourceOf(long contract) {
        return db.sql(CONTRACT).param("contract", contract).query(String.class).single();
    }

    private static Campaign campaign(ResultSet row) throws SQLException {
        long goal = row.getLong("goal");
        return new Campaign(
                row.getLong("id"),
                row.getString("code"),
                new Campaign.Place(row.getLong("point_id"), row.getLong("office_id"), row.getString("office")),
                new Campaign.Words(
                        new Label(row.getString("name_vi"), row.getString("name_en")),
                        new Label(row.getString("thanks_vi"), row.getString("thanks_en"))),
                new Campaign.Days(
                        row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class)),
                goal == 0 ? null : new Dong(goal),
                new Campaign.Sums(
                        row.getLong("gifts"),
                        new Dong(row.getLong("received")),
                        new Dong(row.getLong("allocated")),
                        new Dong(row.getLong("refunded")),
                        new Dong(row.getLong("pledged"))));
    }

    /** Who gave, and whether the receipt leaves the name out. */
    record Donor(String name, boolean anonymous) {}

    /** A gift that comes. */
    record NewGift(
            UUID line,
            Donor donor,
            String reference,
            @Nullable Long pledge,
            LocalDate on,
            Dong amount) {}

    /** Which receipt, and what the code on it names. */
    record Receipt(String campaign, int number, long pointId, UUID line) {

        @Override
        public String toString() {
            return Campaign.receipt(campaign, number);
        }
    }

    /** What became of a gift, and by which contracts. */
    record Used(Dong allocated, Dong refunded, String contracts) {}

    /** A gift in the books. */
    record Gift(long id, Receipt receipt, Donor donor, String reference, LocalDate on, Dong amount, Used used) {

        /** What is neither capital yet nor given back. */
        public Dong left() {
            return amount.minus(used.allocated).minus(used.refunded);
        }
    }

    /** A promise, and what came of it. */
    record Pledge(long id, String donor, Dong amount, LocalDate due, Dong paid) {}
}
