package org.dongvon.form.paper;

import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.Letterhead;
import org.jspecify.annotations.Nullable;

/**
 * 01/GQVL, giấy đề nghị vay vốn hỗ trợ tạo việc làm: 01/TD with priority groups, jobs, and the yearly result.
 *
 * @param project where it is, and what it gives
 * @param decision the second part; empty lines are printed for it while there is none
 */
public record JobLoanApplication(
        Letterhead letterhead,
        String office,
        Applicant borrower,
        GroupLine group,
        LoanAsk ask,
        Project project,
        Jobs jobs,
        @Nullable BankDecision decision)
        implements FormDocument {

    @Override
    public FormCode code() {
        return FormCode.JOB_APPLICATION;
    }

    @Override
    public String subject() {
        return borrower.name();
    }

    /**
     * Where the project is and what it gives in a year.
     *
     * @param priorities the six priority groups of the law with what was ticked
     */
    public record Project(String place, List<Priority> priorities, Dong income, Dong cost) {

        public Project {
            priorities = List.copyOf(priorities);
        }

        /** What is left in a year. */
        public Dong difference() {
            return income.minus(cost);
        }
    }

    /** A priority group and whether the borrower is of it. */
    public record Priority(String name, boolean ticked) {}

    /** Jobs by kind, those of women among them, and who works. */
    public record Jobs(int created, int maintained, int expanded, int women, int family, int hired) {

        public int all() {
            return created + maintained + expanded;
        }
    }
}
