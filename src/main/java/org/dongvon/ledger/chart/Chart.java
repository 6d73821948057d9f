package org.dongvon.ledger.chart;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the dated chart of accounts. */
@Repository
public class Chart {

    private static final String ROWS = """
            select a.code, a.side, a.controlled, a.valid_from, a.number, a.name_vi, a.name_en, a.manual, a.mark, a.document
              from ledger.v_account a
             order by case a.side when 'ASSET' then 1 when 'LIABILITY' then 2 when 'CAPITAL' then 3 when 'INCOME' then 4
                                  when 'EXPENSE' then 5 else 6 end, a.code, a.valid_from
            """;

    private static final String ADD = """
            with made as (
                insert into ledger.account (code, side, name_vi, name_en, controlled)
                values (:code, :side, :name_vi, :name_en, false)
                on conflict (code) do nothing)
            insert into ledger.account_term (account, valid_from, controlled, number, name_vi, name_en, manual, mark, document)
            values (:code, :from, :controlled, :number, :name_vi, :name_en, :manual, 'FOUND', :document)
            """;

    private final JdbcClient db;

    Chart(JdbcClient db) {
        this.db = db;
    }

    /** All rows, each account's oldest first. */
    public List<Row> rows() {
        return db.sql(ROWS).query((row, n) -> row(row)).list();
    }

    /** The accounts as they are on a day. */
    public List<Row> on(LocalDate day) {
        var rows = rows();
        return rows.stream()
                .filter(row -> !row.from().isAfter(day))
                .filter(row -> rows.stream()
                        .noneMatch(later -> later.code().equals(row.code())
                                && later.from().isAfter(row.from())
                                && !later.from().isAfter(day)))
                .toList();
    }

    /** The account of a code on a day. */
    public Optional<Row> find(String code, LocalDate day) {
        return on(day).stream().filter(row -> row.code().equals(code)).findFirst();
    }

    void add(Row row) {
        db.sql(ADD)
                .param("code", row.code())
                .param("side", row.side().name())
                .param("from", row.from())
                .param("controlled", row.controlled())
                .param("number", row.number())
                .param("name_vi", row.name().vi())
                .param("name_en", row.name().en())
                .param("manual", row.manual())
                .param("document", row.document())
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new Named(
                        row.getString("code"),
                        row.getString("number"),
                        new Label(row.getString("name_vi"), row.getString("name_en"))),
                AccountSide.valueOf(row.getString("side")),
                row.getObject("valid_from", LocalDate.class),
                new Use(row.getBoolean("controlled"), row.getBoolean("manual")),
                new Law(row.getString("mark"), row.getString("document")));
    }

    /** The sides of the chart. */
    public enum AccountSide {
        ASSET,
        LIABILITY,
        CAPITAL,
        INCOME,
        EXPENSE,
        OFF_BALANCE
    }

    /** Its code, its number in the official chart if that is known, and what people call it. */
    public record Named(String code, @Nullable String number, Label name) {}

    /** Whether other tables say its balance, and whether vouchers written by hand may name it. */
    public record Use(boolean controlled, boolean manual) {}

    /** How sure the row is, and the code of the document that says so. */
    public record Law(String mark, @Nullable String document) {}

    /** What an account is from a day on. */
    public record Row(Named named, AccountSide side, LocalDate from, Use use, Law law) {

        public String code() {
            return named.code;
        }

        public @Nullable String number() {
            return named.number;
        }

        public Label name() {
            return named.name;
        }

        public boolean controlled() {
            return use.controlled;
        }

        public boolean manual() {
            return use.manual;
        }

        public @Nullable String document() {
            return law.document;
        }

        public boolean isUnsure() {
            return law.mark.equals("UNSURE");
        }
    }
}
