package org.dongvon.loan.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes what applications say beyond amount and term. */
@Repository
public class PlanFiles {

    private static final String OF = """
            select a.cap_class, a.need, a.own_capital, j.application_id, j.establishment, j.place, j.created, j.kept, j.expanded,
                   j.women, j.family, j.hired, j.of_the_class, j.priorities, j.income, j.cost
              from loan.application a
              left join loan.job_plan j on j.application_id = a.id
             where a.code = :code and a.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or a.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or a.group_id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or a.borrower_id = (select shared.scope_person()))
            """;

    private static final String JOBS = """
            insert into loan.job_plan (application_id, point_id, establishment, place, created, kept, expanded, women, family, hired,
                                       of_the_class, priorities, income, cost)
            select a.id, a.point_id, :establishment, :place, :created, :kept, :expanded, :women, :family, :hired, :of_the_class,
                   :priorities, :income, :cost
              from loan.application a
             where a.code = :code
            """;

    private final JdbcClient db;

    PlanFiles(JdbcClient db) {
        this.db = db;
    }

    /** The plan of an application of the scope. */
    public Plan of(String code) {
        return db.sql(OF)
                .param("code", code)
                .query((row, n) -> plan(row))
                .optional()
                .orElseThrow(() -> new Refused(ApplicationRefusal.UNKNOWN_APPLICATION));
    }

    void write(String code, JobPlan plan) {
        db.sql(JOBS)
                .param("code", code)
                .param("establishment", plan.establishment())
                .param("place", plan.place())
                .param("created", plan.jobs().created())
                .param("kept", plan.jobs().kept())
                .param("expanded", plan.jobs().expanded())
                .param("women", plan.jobs().women())
                .param("family", plan.labour().family())
                .param("hired", plan.labour().hired())
                .param("of_the_class", plan.labour().ofTheClass())
                .param("priorities", plan.priorities().stream().map(Enum::name).toArray(String[]::new))
                .param("income", plan.income().amount())
                .param("cost", plan.cost().amount())
                .update();
    }

    private static Plan plan(ResultSet row) throws SQLException {
        var need = row.getObject("need", Long.class);
        return new Plan(
                row.getString("cap_class"),
                need == null ? null : new Plan.Need(new Dong(need), new Dong(row.getLong("own_capital"))),
                jobs(row));
    }

    private static @Nullable JobPlan jobs(ResultSet row) throws SQLException {
        if (row.getObject("application_id") == null) {
            return null;
        }
        var priorities = (String[]) row.getArray("priorities").getArray();
        List<JobPlan.Priority> ticked =
                Arrays.stream(priorities).map(JobPlan.Priority::valueOf).toList();
        return new JobPlan(
                row.getString("establishment"),
                row.getString("place"),
                new JobPlan.Jobs(
                        row.getInt("created"), row.getInt("kept"), row.getInt("expanded"), row.getInt("women")),
                new JobPlan.Labour(row.getInt("family"), row.getInt("hired"), row.getInt("of_the_class")),
                ticked,
                new Dong(row.getLong("income")),
                new Dong(row.getLong("cost")));
    }
}
