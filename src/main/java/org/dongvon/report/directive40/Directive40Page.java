package org.dongvon.report.directive40;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dongvon.document.Documents;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.Unit;
import org.dongvon.position.Position;
import org.dongvon.report.BarChart;
import org.dongvon.report.Indicator;
import org.dongvon.report.PublishedFigure;
import org.dongvon.report.PublishedFigures;
import org.dongvon.report.ReportRequest;
import org.dongvon.report.directive40.Directive40Statement.AssociationLine;
import org.dongvon.report.directive40.Directive40Statement.ProgrammeLine;
import org.dongvon.report.figures.BookFigures;
import org.dongvon.report.figures.CitedDocuments;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.springframework.stereotype.Component;

/** The report as people read it: names, chart, and the check of what was published. */
@Component
class Directive40Page {

    private static final String DIRECTIVE = "CT-40-2014";

    /** The order in which people tell of a place. */
    private static final List<String> KINDS =
            List.of("OUTSTANDING", "CHANGE", "HOUSEHOLDS", "BORROWERS", "PROGRAMMES", "CAPITAL_LOCAL", "LOANS", "JOBS");

    private final Directive40Report report;
    private final Directive40Figures figures;
    private final PublishedFigures published;
    private final BookFigures books;
    private final Documents documents;
    private final Messages messages;
    private final Transactions transactions;

    Directive40Page(
            Directive40Report report,
            Directive40Figures figures,
            PublishedFigures published,
            BookFigures books,
            Documents documents,
            Messages messages,
            Transactions transactions) {
        this.report = report;
        this.figures = figures;
        this.published = published;
        this.books = books;
        this.documents = documents;
        this.messages = messages;
        this.transactions = transactions;
    }

    Content read(Actor actor, ReportRequest request, Language language) {
        return transactions.read(actor, () -> {
            var evidence = report.evidence(actor, request);
            var statement = evidence.statement();
            var printed = published.of(request.unit().code(), request.asOf());
            var issued = Objects.requireNonNull(documents.get(DIRECTIVE).days().issuedOn(), DIRECTIVE);
            var programmes = programmes(statement);
            return new Content(
                    request.unit(),
                    evidence,
                    programmes,
                    associations(statement),
                    chart(programmes, language),
                    books.beside(actor, printed),
                    claims(statement, printed, language),
                    issued);
        });
    }

    private List<Claim> claims(Directive40Statement statement, List<PublishedFigure> printed, Language language) {
        var check = new ClaimCheck(statement, new CitedDocuments(documents.list()), messages, language);
        var claims = new ArrayList<Claim>();
        printed.stream()
                .flatMap(figure -> check.of(figure).stream())
                .sorted(Comparator.comparingInt(claim -> KINDS.indexOf(claim.kind())))
                .forEach(claims::add);
        Map<String, List<Claim>> cited = new LinkedHashMap<>();
        printed.forEach(figure -> cited.putIfAbsent(figure.printed().document(), check.citations(figure)));
        cited.values().forEach(claims::addAll);
        return claims;
    }

    private List<NamedProgramme> programmes(Directive40Statement statement) {
        Map<String, Label> names = figures.programmes().stream()
                .collect(Collectors.toMap(Directive40Figures.Programme::code, Directive40Figures.Programme::name));
        return statement.programmes().stream()
                .sorted(Comparator.comparingLong(ProgrammeLine::outstanding).reversed())
                .map(line -> new NamedProgramme(names.getOrDefault(line.code(), Label.same(line.code())), line))
                .toList();
    }

    private List<NamedAssociation> associations(Directive40Statement statement) {
        var names = figures.associations();
        return statement.associations().stream()
                .map(line -> new NamedAssociation(names.getOrDefault(line.code(), Label.same(line.code())), line))
                .toList();
    }

    private static BarChart chart(List<NamedProgramme> programmes, Language language) {
        var f = Formats.in(language);
        return BarChart.of(programmes.stream()
                .map(each -> new BarChart.Amount(
                        each.name().in(language),
                        each.line().outstanding(),
                        f.millions(new Dong(each.line().outstanding()), 0)))
                .toList());
    }

    /** A programme with its name. */
    record NamedProgramme(Label name, ProgrammeLine line) {}

    /** An association with its name. */
    record NamedAssociation(Label name, AssociationLine line) {}

    /**
     * What the page shows.
     *
     * @param programmes the largest first
     * @param printed what was published for this day
     * @param issued the day of Directive 40 in the register
     */
    record Content(
            Unit unit,
            Directive40Report.Evidence evidence,
            List<NamedProgramme> programmes,
            List<NamedAssociation> associations,
            BarChart chart,
            List<BookFigures.Beside> printed,
            List<Claim> claims,
            LocalDate issued) {

        public Directive40Statement statement() {
            return evidence.statement();
        }

        public Position position() {
            return evidence.position();
        }

        /** What was published of an indicator for this day. */
        public Optional<PublishedFigure> printed(String indicator) {
            return printed.stream()
                    .map(BookFigures.Beside::figure)
                    .filter(figure -> figure.indicator().code().equals(indicator)
                            && figure.place().cut().isWhole())
                    .findFirst();
        }

        /** Whether the books have exactly what was published. */
        public boolean matches() {
            var found = BigDecimal.valueOf(statement().growth().outstanding());
            return printed(Indicator.OUTSTANDING.code())
                    .map(figure -> found.compareTo(figure.amount().low()) >= 0
                            && found.compareTo(figure.amount().high()) <= 0)
                    .orElse(false);
        }

        /** What the two largest programmes have out together; none when there are fewer. */
        public Optional<Long> headline() {
            return programmes.size() < 2
                    ? Optional.empty()
                    : Optional.of(programmes.getFirst().line().outstanding()
                            + programmes.get(1).line().outstanding());
        }

        public long loans() {
            return statement().programmes().stream()
                    .mapToLong(ProgrammeLine::loans)
                    .sum();
        }

        public long groups() {
            return statement().associations().stream()
                    .mapToLong(AssociationLine::groups)
                    .sum();
        }
    }
}
