"""What can be measured of a sound: each function takes stereo sound and gives one number."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from scipy import signal, stats

from audiodream.audio import Audio
from audiodream.meter import LoudnessMeter
from audiodream.units import RATE_HZ

Series = npt.NDArray[np.float64]
Measure = Callable[[Audio], float]


def levels(sound: Audio, window_s: float) -> Series:
    """RMS of both sides in windows that follow one another."""
    n = round(window_s * RATE_HZ)
    rows = sound[:len(sound) // n * n].astype(np.float64).reshape(-1, n * sound.shape[1])
    return np.sqrt(np.mean(rows ** 2, axis=1))


def decibels(x: npt.ArrayLike) -> Series:
    return np.asarray(20.0 * np.log10(np.maximum(x, 1e-10)), np.float64)


def rms_db(sound: Audio) -> float:
    return float(10 * np.log10(np.mean(sound.astype(np.float64) ** 2) + 1e-20))


def peak_db(sound: Audio) -> float:
    return float(decibels(np.abs(sound).max()))


def crest_db(sound: Audio) -> float:
    return peak_db(sound) - rms_db(sound)


def lufs(sound: Audio) -> float:
    """Mean loudness, ungated: what the meter's gate would leave out of a sparse sound counts here."""
    meter = LoudnessMeter()
    meter.feed(sound)
    return float(-0.691 + 10 * np.log10(meter.powers().mean() + 1e-20))


def integrated(sound: Audio) -> float:
    meter = LoudnessMeter()
    meter.feed(sound)
    return meter.integrated_lufs()


def loudest(sound: Audio) -> float:
    """The loudest 400 ms."""
    meter = LoudnessMeter()
    meter.feed(np.concatenate([sound, np.zeros((RATE_HZ // 2, 2), np.float32)]))
    return float(meter.momentary_lufs().max())


def mono_loss_db(sound: Audio) -> float:
    return rms_db(sound) - rms_db(sound.mean(axis=1, keepdims=True))


def _split(sound: Audio, kind: str) -> Audio:
    return np.asarray(signal.sosfilt(signal.butter(6, 120.0, kind, fs=RATE_HZ, output="sos"), sound, axis=0))


def correlation(sound: Audio, *, above: bool) -> float | None:
    """Of left and right above or below 120 Hz; None where hardly anything sounds there."""
    part = _split(sound, "high" if above else "low")
    return float(np.corrcoef(part.T)[0, 1]) if rms_db(part) > rms_db(sound) - 15.0 else None


def _spectrum(sound: Audio) -> tuple[Series, Series]:
    hz, power = signal.welch(sound.astype(np.float64), RATE_HZ, nperseg=min(8192, len(sound)), axis=0)
    return hz, power.sum(axis=1)


def centroid_hz(sound: Audio) -> float:
    hz, power = _spectrum(sound)
    return float((hz * power).sum() / power.sum())


def centroid_oct(sound: Audio) -> float:
    hz, power = _spectrum(sound)
    keep = hz > 40.0
    return float((np.log2(hz[keep]) * power[keep]).sum() / power[keep].sum())


def share(low_hz: float, high_hz: float) -> Measure:
    """Of the power, between two frequencies."""
    def of(sound: Audio) -> float:
        hz, power = _spectrum(sound)
        return float(power[(hz >= low_hz) & (hz < high_hz)].sum() / power.sum())
    return of


def share_db(low_hz: float, high_hz: float) -> Measure:
    return lambda sound: float(10 * np.log10(share(low_hz, high_hz)(sound) + 1e-12))


def flatness(low_hz: float, high_hz: float) -> Measure:
    def of(sound: Audio) -> float:
        hz, power = _spectrum(sound)
        part = power[(hz >= low_hz) & (hz < high_hz)]
        return float(np.exp(np.mean(np.log(part))) / part.mean())
    return of


def kurtosis(high_hz: float = 0.0) -> Measure:
    """3 for noise, far more for single blows; above a frequency."""
    def of(sound: Audio) -> float:
        x = sound[:, 0].astype(np.float64)
        if high_hz:
            x = signal.sosfilt(signal.butter(2, high_hz, "high", fs=RATE_HZ, output="sos"), x)
        return float(stats.kurtosis(x, fisher=False))
    return of


def envelope(sound: Audio, rate_hz: int = 200, above_hz: float = 0.0) -> Series:
    x = signal.sosfilt(signal.butter(2, above_hz, "high", fs=RATE_HZ, output="sos"), sound, axis=0) if above_hz else sound
    return levels(np.asarray(x, np.float32), 1.0 / rate_hz)


def _alike(series: Series) -> Series:
    e = series - series.mean()
    r = signal.fftconvolve(e, e[::-1])[len(e) - 1:]
    return np.asarray(r / r[0])


def period_s(low_s: float, high_s: float, above_hz: float = 0.0, *, onsets: bool = False, rate_hz: int = 200) -> Measure:
    """Lag of the greatest peak of the envelope's autocorrelation between two lags."""
    def of(sound: Audio) -> float:
        env = np.convolve(envelope(sound, rate_hz, above_hz), np.hanning(9 if rate_hz == 200 else 3), "same")
        if onsets:
            env = np.convolve(np.maximum(np.diff(env), 0.0), np.hanning(9), "same")
        a, b = round(low_s * rate_hz), round(high_s * rate_hz)
        return (a + int(np.argmax(_alike(env)[a:b]))) / rate_hz
    return of


def periodicity(low_s: float, high_s: float, above_hz: float = 0.0, rate_hz: int = 200) -> Measure:
    """Height of that peak."""
    def of(sound: Audio) -> float:
        env = np.convolve(envelope(sound, rate_hz, above_hz), np.hanning(9 if rate_hz == 200 else 3), "same")
        return float(_alike(env)[round(low_s * rate_hz):round(high_s * rate_hz)].max())
    return of


def modulation(low_hz: float, high_hz: float, of_low_hz: float = 0.05, of_high_hz: float = 20.0) -> Measure:
    """The share of the envelope's modulation that lies between two rates."""
    def of(sound: Audio) -> float:
        rate = 100 if of_high_hz <= 50 else 200
        env = envelope(sound, rate)
        hz, power = signal.welch(env / env.mean() - 1.0, rate, nperseg=min(len(env), 2048))
        whole = power[(hz >= of_low_hz) & (hz <= of_high_hz)].sum()
        return float(power[(hz >= low_hz) & (hz < high_hz)].sum() / whole)
    return of


def level_sd_db(window_s: float = 1.0) -> Measure:
    return lambda sound: float(np.std(decibels(levels(sound, window_s))))


def level_range_db(window_s: float = 1.0, low: float = 5.0, high: float = 95.0) -> Measure:
    """Between two percentiles of the level."""
    def of(sound: Audio) -> float:
        a, b = np.percentile(decibels(levels(sound, window_s)), [low, high])
        return float(b - a)
    return of


def brighter_when_louder(sound: Audio) -> float:
    """Correlation of level and centroid over seconds."""
    rows = sound[:len(sound) // RATE_HZ * RATE_HZ].reshape(-1, RATE_HZ, 2)
    return float(np.corrcoef([rms_db(r) for r in rows], [centroid_oct(r) for r in rows])[0, 1])


def steepest_rise_db(sound: Audio) -> float:
    """The greatest rise from one tenth of a second to the next."""
    return float(np.diff(decibels(levels(sound, 0.1))).max())


def harmonicity(low_hz: float = 70.0, high_hz: float = 400.0) -> Measure:
    """Median over 50 ms of the highest autocorrelation between two pitches: near 1 a voice, near 0 a whisper."""
    def of(sound: Audio) -> float:
        low = signal.decimate(sound[:, 0].astype(np.float64), 4, ftype="fir")
        rate, found = RATE_HZ // 4, []
        n = round(0.05 * rate)
        for start in range(0, len(low) - n, n):
            piece = low[start:start + n] * np.hanning(n)
            power = float(piece @ piece)
            if power > 1e-9:
                r = signal.fftconvolve(piece, piece[::-1])[n - 1:] / power
                found.append(r[round(rate / high_hz):round(rate / low_hz)].max())
        return float(np.median(found))
    return of


def strongest_hz(low_hz: float = 20.0, high_hz: float = 20_000.0) -> Measure:
    """The frequency of the highest line of the spectrum between two."""
    def of(sound: Audio) -> float:
        size = 1 << int(np.ceil(np.log2(3 * len(sound))))
        lines = np.abs(np.fft.rfft(sound.mean(axis=1).astype(np.float64) * np.hanning(len(sound)), size))
        hz = np.arange(len(lines)) * RATE_HZ / size
        keep = (hz >= low_hz) & (hz < high_hz)
        return float(hz[keep][np.argmax(lines[keep])])
    return of


def line_db(hz: float, cents: float = 15.0) -> Measure:
    """How far the highest line near a frequency stands over the typical one within half an octave."""
    def of(sound: Audio) -> float:
        lines = np.abs(np.fft.rfft(sound[:, 0].astype(np.float64) * np.hanning(len(sound))))
        f = np.maximum(np.fft.rfftfreq(len(sound), 1 / RATE_HZ), 1.0)
        close, wide = np.abs(1200 * np.log2(f / hz)) < cents, (f > hz / 1.4) & (f < hz * 1.4)
        return float(decibels(lines[close].max() / np.median(lines[wide])))
    return of


# --- of a sound that happens once ------------------------------------------------------------------------------------------------

def attack_ms(sound: Audio) -> float:
    """From the first frame to half the peak."""
    height = np.abs(sound).max(axis=1)
    return float(np.argmax(height > 0.5 * height.max()) * 1000 / RATE_HZ)


def loudest_at_s(sound: Audio) -> float:
    return float((np.argmax(levels(sound, 0.02)) + 0.5) * 0.02)


def loudest_at(sound: Audio) -> float:
    """Where the loudest 20 ms lie, as a share of the whole."""
    return loudest_at_s(sound) * RATE_HZ / len(sound)


def rise_s(sound: Audio) -> float:
    """From 10 to 90 % of the greatest level before it is reached."""
    env = np.convolve(levels(sound, 0.005), np.hanning(7) / 3.0, "same")
    top = int(np.argmax(env))
    return float((np.argmax(env >= 0.9 * env[top]) - np.argmax(env >= 0.1 * env[top])) * 0.005)


def down_s(by_db: float) -> Measure:
    """From the loudest 10 ms to the last that lies so far below it."""
    def of(sound: Audio) -> float:
        env = decibels(levels(sound, 0.01))
        top = int(np.argmax(env))
        return float((np.flatnonzero(env > env[top] - by_db)[-1] - top + 1) * 0.01)
    return of


def blows(ratio: float = 0.3, apart_s: float = 0.1, above_hz: float = 0.0, below_hz: float = 0.0) -> Measure:
    """How many peaks the envelope has, above a frequency or below one."""
    def of(sound: Audio) -> float:
        if below_hz:
            sound = np.asarray(signal.sosfilt(signal.butter(4, below_hz, fs=RATE_HZ, output="sos"), sound, axis=0), np.float32)
        env = np.convolve(envelope(sound, 200, above_hz), np.hanning(5), "same")
        return float(len(signal.find_peaks(np.pad(env, 1), height=ratio * env.max(), distance=max(1, round(apart_s * 200)))[0]))
    return of


def later_centroid(part: float = 1 / 3) -> Measure:
    """The centroid of the last part over that of the first."""
    def of(sound: Audio) -> float:
        n = int(len(sound) * part)
        return centroid_hz(sound[-n:]) / centroid_hz(sound[:n])
    return of


def climbs(window_s: float = 0.05) -> Measure:
    """Spearman's rank correlation of time and level."""
    def of(sound: Audio) -> float:
        env = levels(sound, window_s)
        return float(stats.spearmanr(np.arange(len(env)), env).statistic)
    return of


def roughness_of_envelope(sound: Audio) -> float:
    """The envelope's modulation at 30 to 150 Hz, which is heard as harshness (Arnal 2015), over its mean; in dB."""
    env = np.abs(signal.hilbert(sound[:, 0].astype(np.float64)))
    hz, power = signal.welch(env / env.mean() - 1.0, RATE_HZ, nperseg=min(len(env), 16_384))
    return float(10 * np.log10(power[(hz > 30) & (hz < 150)].sum() * (hz[1] - hz[0]) + 1e-12))


def end_share(seconds: float = 0.3) -> Measure:
    """The level of the end over the greatest."""
    return lambda sound: float(levels(sound[-round(seconds * RATE_HZ):], seconds)[0] / levels(sound, 0.1).max())


def falls_db(before_s: tuple[float, float], after_s: tuple[float, float], low_hz: float, high_hz: float) -> Measure:
    """How much a band is softer in a later stretch than in an earlier one."""
    def of(sound: Audio) -> float:
        x = signal.sosfilt(signal.butter(2, (low_hz, high_hz), "bandpass", fs=RATE_HZ, output="sos"), sound, axis=0)
        first, then = (rms_db(x[round(a * RATE_HZ):round(b * RATE_HZ)]) for a, b in (before_s, after_s))
        return first - then
    return of


def crosses_db(sound: Audio) -> float:
    """By how much the balance of the sides changes from the first to the last third of what lies within 30 dB of the loudest."""
    env = levels(sound, 0.02)
    loud = np.flatnonzero(env > env.max() * 10 ** (-30 / 20))
    first, last = loud[0] * round(0.02 * RATE_HZ), (loud[-1] + 1) * round(0.02 * RATE_HZ)
    third = (last - first) // 3
    balance = [rms_db(part[:, :1]) - rms_db(part[:, 1:]) for part in (sound[first:first + third], sound[last - third:last])]
    return abs(balance[1] - balance[0])


def clicks_s(sound: Audio, above_hz: float = 2000.0) -> Series:
    """When short sounds begin that stand out of their surroundings, in seconds."""
    env = envelope(sound, 500, above_hz)
    around = np.sqrt(np.convolve(env**2, np.ones(101) / 101, "same"))
    peaks, _ = signal.find_peaks(env / np.maximum(around, 1e-9), height=1.6, distance=12)
    keep = env[peaks] > 0.1 * env.max()
    return np.asarray(peaks[keep] / 500.0)


def hastens(sound: Audio) -> float:
    """The gaps between the first clicks over the shortest that follow: above 1 they come faster and faster."""
    gaps = np.diff(clicks_s(sound))
    count = max(2, len(gaps) // 4)
    return float(np.median(gaps[:count]) / np.median(np.sort(gaps[count:])[:max(2, len(gaps) // 3)]))
