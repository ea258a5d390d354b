package io.nqba.compute.kernel.annealing.dense;

import org.jspecify.annotations.Nullable;

/**
 * Which twin of the dense pass this JVM runs, decided once. Kernels do not log: whoever starts them prints {@link #description()}.
 */
public final class KernelChoice {
    private static final String FLAG = "--add-modules jdk.incubator.vector";
    private static final String VECTOR_TWIN = "io.nqba.compute.kernel.annealing.dense.VectorDensePass";
    private static final KernelChoice CURRENT = choose();

    private final DensePass pass;
    private final boolean vector;
    private final String description;

    private KernelChoice(DensePass pass, boolean vector, String description) {
        this.pass = pass;
        this.vector = vector;
        this.description = description;
    }

    /** Returns this JVM's choice. */
    public static KernelChoice current() {
        return CURRENT;
    }

    /** Returns the plain twin, whatever the JVM offers. */
    public static KernelChoice scalar() {
        return new KernelChoice(new ScalarDensePass(), false, "Dense annealing kernel: plain loops, as asked for.");
    }

    public boolean isVector() {
        return vector;
    }

    /** Returns one sentence for the log; it names the flag that would help where one would. */
    public String description() {
        return description;
    }

    DensePass pass() {
        return pass;
    }

    private static KernelChoice choose() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return new KernelChoice(
                    new ScalarDensePass(),
                    false,
                    "Dense annealing kernel: plain loops. The JVM flag " + FLAG + " makes it several times faster.");
        }
        DensePass pass = vectorTwin();
        return pass == null
                ? new KernelChoice(
                        new ScalarDensePass(),
                        false,
                        "Dense annealing kernel: plain loops; this JVM's vectors do not fit.")
                : new KernelChoice(pass, true, "Dense annealing kernel: Vector API.");
    }

    /** Returns null where the incubator's API differs from the one compiled against or its vectors are too narrow. */
    private static @Nullable DensePass vectorTwin() {
        try {
            var constructor = Class.forName(VECTOR_TWIN).getDeclaredConstructor();
            return (DensePass) constructor.newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            return null;
        }
    }
}
