package org.dongvon.crash;

import java.io.PrintStream;
import java.nio.file.Path;
import org.dongvon.command.ModuleBeans;
import org.dongvon.command.ShippedData;
import org.dongvon.database.Database;
import org.dongvon.support.TestServer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** An application that is to be killed: opens a folder, posts, and writes a line for each acknowledgement. */
final class CrashProgram {

    private CrashProgram() {}

    /** Takes the folder, the name of the work, and the number of posts before the first. */
    public static void main(String[] arguments) throws Exception {
        var folder = TestServer.folder(Path.of(arguments[0]));
        var work = Class.forName(arguments[1])
                .asSubclass(CrashWork.class)
                .getDeclaredConstructor()
                .newInstance();
        var out = new PrintStream(System.out, true);
        var database = Database.open(folder, ShippedData::load);
        var beans = beans(database);
        new Poster(work, beans, Long.parseLong(arguments[2]), out::println);
    }

    /** The modules' beans on an open folder. */
    static AnnotationConfigApplicationContext beans(Database database) {
        var beans = new AnnotationConfigApplicationContext();
        beans.getBeanFactory().registerSingleton("dataSource", database.dataSource());
        database.keysInto(beans.getBeanFactory());
        beans.register(ModuleBeans.class);
        beans.refresh();
        return beans;
    }
}
