package io.nqba.node.energy;

import io.nqba.model.energy.Asset;
import io.nqba.node.load.Dice;
import io.nqba.node.load.Dice.Purpose;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The cars and appliances of a generated home: two homes in five charge a car from the evening to the morning, every second one runs a
 * dishwasher, one in four a pool pump by day. What they draw is not in the home's readings.
 */
final class HomeDevices {
    private static final double CARS = 0.4;
    private static final double DISHWASHERS = 0.5;
    private static final double POOLS = 0.25;

    /** One phase or three of 32 A at 230 V; charging begins at 6 A by the standard IEC 61851. */
    private static final double[] CHARGER_KW = {7.4, 11.0};

    private static final double[] LEAST_KW = {1.4, 4.1};
    private static final double CHARGER_EFFICIENCY = 0.92;
    private static final int HOUR = 60;

    private HomeDevices() {}

    /** Returns the devices of a home by id. */
    static Map<String, Asset> at(long seed, int index) {
        SplittableRandom dice = Dice.at(seed, Purpose.HOME, index, 2);
        Map<String, Asset> devices = new LinkedHashMap<>();
        if (dice.nextDouble() < CARS) {
            devices.put("car", car(dice));
        }
        if (dice.nextDouble() < DISHWASHERS) {
            int earliest = dice.nextInt(12, 20) * HOUR;
            devices.put("dishwasher", Asset.appliance(1.2, 2 * HOUR, earliest, earliest + 10 * HOUR, false));
        }
        if (dice.nextDouble() < POOLS) {
            int hours = dice.nextInt(4, 7);
            devices.put("pool-pump", Asset.appliance(0.75, hours * HOUR, 8 * HOUR, 20 * HOUR, true));
        }
        return devices;
    }

    private static Asset car(SplittableRandom dice) {
        int type = dice.nextInt(CHARGER_KW.length);
        int arrival = dice.nextInt(16, 20) * HOUR;
        int departure = dice.nextInt(30, 33) * HOUR;
        double energyKwh = dice.nextInt(6, 20);
        return Asset.evCharger(CHARGER_KW[type], LEAST_KW[type], CHARGER_EFFICIENCY, energyKwh, arrival, departure);
    }
}
