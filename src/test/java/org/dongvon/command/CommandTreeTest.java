package org.dongvon.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.dongvon.shared.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What every command of the launcher has in common, whoever adds it. */
class CommandTreeTest {

    /** Commands that write the books as somebody: all others read, or fill the demonstration as its own people. */
    private static final Set<String> WRITING =
            Set.of("close-day", "import", "seal-key renew", "messages run", "messages send");

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandTakesAFolderALanguageAndAnswersForHelpAndPrograms(String name) {
        var command = command(name, Language.EN);

        assertThat(command.optionsMap()).containsKeys("--data", "--json", "--lang", "--help");
        assertThat(command.optionsMap().containsKey("--as")).isEqualTo(WRITING.contains(name));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void explainsEachCommandAndOptionInBothLanguages(String name) {
        for (var language : List.of(Language.VI, Language.EN)) {
            var command = command(name, language);
            assertThat(command.usageMessage().description())
                    .as("%s in %s", name, language)
                    .hasSize(1);
            Stream.concat(command.options().stream(), command.positionalParameters().stream())
                    .forEach(argument -> assertThat(argument.description())
                            .as("%s %s in %s", name, argument.paramLabel(), language)
                            .hasSize(1));
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void endsWithTwoAndOneLineWhenItIsNotUnderstood(String name) {
        for (var language : List.of("vi", "en")) {
            var answer = run(name, "--no-such-option", "--lang", language);

            assertThat(answer.exit()).isEqualTo(2);
            assertThat(answer.err()).contains(name + " --help").hasLineCount(1);
            assertThat(answer.out()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void endsWithZeroWhenHelpIsAskedFor(String name) {
        var answer = run(name, "--help");

        assertThat(answer.exit()).isZero();
        assertThat(answer.out()).contains(name, "--data").doesNotContain("null");
        assertThat(answer.err()).isEmpty();
    }

    @Test
    void endsWithTwoForACommandThatThereIsNot() {
        assertThat(Terminal.run("no-such-command").exit()).isEqualTo(2);
        assertThat(Terminal.run().exit()).isEqualTo(2);
        assertThat(Terminal.run("verify", "--lang", "fr").exit()).isEqualTo(2);
    }

    private static Terminal run(String names, String... options) {
        return Terminal.run(Stream.concat(Stream.of(names.split(" ", -1)), Stream.of(options))
                .toArray(String[]::new));
    }

    static List<String> commands() {
        return tree(Language.EN).getSubcommands().values().stream()
                .filter(command -> !command.getCommandSpec().usageMessage().hidden())
                .flatMap(CommandTreeTest::names)
                .toList();
    }

    /** A command, or what a command of commands holds: {@code user add}. */
    private static Stream<String> names(CommandLine command) {
        var name = command.getCommandName();
        return command.getSubcommands().isEmpty()
                ? Stream.of(name)
                : command.getSubcommands().keySet().stream().map(each -> name + " " + each);
    }

    private static CommandSpec command(String names, Language language) {
        var command = tree(language);
        for (var name : names.split(" ", -1)) {
            command = Objects.requireNonNull(command.getSubcommands().get(name));
        }
        return command.getCommandSpec();
    }

    private static CommandLine tree(Language language) {
        var silent = new PrintWriter(Writer.nullWriter());
        return CommandTree.of(new Console(silent, silent, language));
    }
}
