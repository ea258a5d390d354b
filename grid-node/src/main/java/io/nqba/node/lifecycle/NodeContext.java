package io.nqba.node.lifecycle;

import io.nqba.node.settings.NodeSettings;
import io.nqba.node.settings.Setting;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.ignite.Ignite;

/**
 * What a {@link NodeModule} may use.
 *
 * @param ignite the started node; the grid is active
 * @param settings the node's settings
 * @param embedded whether the node lives in the console's JVM
 */
public record NodeContext(Ignite ignite, NodeSettings settings, boolean embedded) {
    /** Returns whether the node makes demo data where the grid has none. */
    public boolean makesDemoData() {
        return embedded && settings.flag(Setting.DEMO) && dataDirectory().isEmpty();
    }

    /** Returns the directory of data sets to load at the first start, when one was given. */
    public Optional<Path> dataDirectory() {
        String path = settings.text(Setting.DATA_DIR);
        return path.isBlank() ? Optional.empty() : Optional.of(Path.of(path));
    }
}
