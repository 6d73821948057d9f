package org.dongvon.group.page;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.form.Forms;
import org.dongvon.form.Letterhead;
import org.dongvon.form.PrintedForm;
import org.dongvon.form.paper.GroupContract;
import org.dongvon.form.paper.GroupContract.Covers;
import org.dongvon.form.paper.GroupLine;
import org.dongvon.group.GroupRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.IdentityNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Prints the contract 11/TD of a group (hợp đồng ủy nhiệm) with the board of today. */
@Component
class ContractPaper {

    private static final String CONTRACT = """
            select g.code, g.name, g.hamlet, a.name_vi as association, c.valid_from, coalesce(c.number, '') as number, c.covers,
                   pt.name as point, pt.office_name,
                   coalesce((select d.address from organisation.v_point_card d
                              where d.office_id = pt.office_id and d.direct order by d.id limit 1), pt.address) as address,
                   h.id as head_id, h.full_name as head, h.identity_last4 as head_last4,
                   d.id as deputy_id, d.full_name as deputy, d.identity_last4 as deputy_last4
              from "group".credit_group g
              join organisation.association a on a.code = g.association
              join organisation.v_point_card pt on pt.id = g.point_id
              join "group".contract c on c.group_id = g.id and c.valid_to is null
              join "group".member hm on hm.group_id = g.id and hm.office_held = 'HEAD' and hm.left_on is null
              join household.person h on h.id = hm.person_id and not h.restricted
              join "group".member dm on dm.group_id = g.id and dm.office_held = 'DEPUTY' and dm.left_on is null
              join household.person d on d.id = dm.person_id and not d.restricted
             where g.code = :code and g.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or g.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or g.id = (select shared.scope_group()))
            """;

    private final JdbcClient db;
    private final Forms forms;
    private final GroupFiles files;
    private final Transactions transactions;

    ContractPaper(JdbcClient db, Forms forms, GroupFiles files, Transactions transactions) {
        this.db = db;
        this.forms = forms;
        this.files = files;
        this.transactions = transactions;
    }

    /**
     * The contract in force.
     *
     * @throws Refused {@link GroupRefusal#UNKNOWN_GROUP}, {@link GroupRefusal#NO_CONTRACT_TO_PRINT}
     */
    Printed print(Actor actor, String code) {
        var paper = transactions.read(actor, () -> {
            var group = files.get(code);
            return db.sql(CONTRACT)
                    .param("code", group.code())
                    .query((row, n) -> {
                        var from = row.getObject("valid_from", LocalDate.class);
                        var point = row.getString("point");
                        var letterhead = new Letterhead(
                                Letterhead.BANK, row.getString("office_name"), row.getString("number"), point, from);
                        var document = new GroupContract(
                                letterhead,
                                new GroupContract.Office(
                                        row.getString("office_name"), row.getString("address"), "", "Giám đốc"),
                                new GroupLine(
                                        row.getString("code"),
                                        row.getString("name"),
                                        row.getString("hamlet"),
                                        row.getString("head"),
                                        row.getString("association"),
                                        point),
                                new GroupContract.Board(
                                        row.getString("head"),
                                        IdentityNumber.masked(row.getString("head_last4")),
                                        row.getString("deputy"),
                                        IdentityNumber.masked(row.getString("deputy_last4"))),
                                Covers.valueOf(row.getString("covers")),
                                from,
                                "");
                        return new Paper(document, List.of(row.getLong("head_id"), row.getLong("deputy_id")));
                    })
                    .optional()
                    .orElseThrow(() -> new Refused(GroupRefusal.NO_CONTRACT_TO_PRINT, group.code()));
        });
        return new Printed(forms.print(paper.document()), paper);
    }

    /** The filled paper and whom it names. */
    record Paper(GroupContract document, List<Long> people) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.GROUPS;
        }
    }

    /** The file, with whom it names. */
    record Printed(PrintedForm file, Paper paper) {}
}
