package org.dongvon.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code --port N} of commands that serve pages. */
final class PortOption {

    private static final int HIGHEST = 65_535;

    @Option(
            names = {"--port"},
            paramLabel = "N",
            descriptionKey = "port",
            converter = Port.class)
    private int number;

    /** The port named; 0 when none was. */
    int number() {
        return number;
    }

    /** Takes the numbers that a port may have. */
    static final class Port implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String text) {
            var port = Integer.parseInt(text);
            if (port < 1 || port > HIGHEST) {
                throw new TypeConversionException(text);
            }
            return port;
        }
    }
}
