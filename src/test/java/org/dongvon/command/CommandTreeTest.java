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
    private static final Set<String> WRITING = Set.of("close-day");

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
            var answer = Terminal.run(name, "--no-such-option", "--lang", language);

            assertThat(answer.exit()).isEqualTo(2);
            assertThat(answer.err()).contains(name + " --help").hasLineCount(1);
            assertThat(answer.out()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void endsWithZeroWhenHelpIsAskedFor(String name) {
        var answer = Terminal.run(name, "--help");

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

    static List<String> commands() {
        return tree(Language.EN).getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> !command.usageMessage().hidden())
                .map(CommandSpec::name)
                .toList();
    }

    private static CommandSpec command(String name, Language language) {
        return Objects.requireNonNull(tree(language).getSubcommands().get(name)).getCommandSpec();
    }

    private static CommandLine tree(Language language) {
        var silent = new PrintWriter(Writer.nullWriter());
        return CommandTree.of(new Console(silent, silent, language));
    }
}
