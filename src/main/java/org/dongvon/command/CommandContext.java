package org.dongvon.command;

import org.dongvon.database.Database;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The modules' beans on an open data folder, without pages: what a command works with. */
final class CommandContext implements AutoCloseable {

    private final OpenThings things;
    private final Database database;
    private final AnnotationConfigApplicationContext beans;

    CommandContext(OpenThings things, Database database) {
        this.things = things;
        this.database = database;
        this.beans = things.open(() -> start(database));
    }

    /** The bean of a module. */
    <T> T get(Class<T> type) {
        return beans.getBean(type);
    }

    Database database() {
        return database;
    }

    /** Closes the beans, the connections and, if nobody else uses it, the server. */
    @Override
    public void close() {
        things.close();
    }

    /** What every context of this program gets from the folder. */
    static void register(ConfigurableListableBeanFactory beans, Database database) {
        beans.registerSingleton("dataSource", database.dataSource());
        database.keysInto(beans);
    }

    private static AnnotationConfigApplicationContext start(Database database) {
        var context = new AnnotationConfigApplicationContext();
        register(context.getBeanFactory(), database);
        context.register(ModuleBeans.class);
        context.refresh();
        return context;
    }
}
