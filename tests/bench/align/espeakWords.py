"""Speaks with libespeak-ng and says when each word begins.

Reads one JSON object a line from standard input: {"voice", "wpm", "pitch" (0 to 99), "text", "raw"}.
Writes 16 bit mono samples to the file `raw` and one JSON object a line to standard output:
{"rate", "words": [[first character, seconds], ...]}.
"""
import ctypes
import json
import sys


class Event(ctypes.Structure):
    # espeak_EVENT of speak_lib.h; the union `id` is 8 bytes wide.
    _fields_ = [
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_int64),
    ]


LIST_TERMINATED, WORD = 0, 1
SYNCHRONOUS = 2
RATE, PITCH = 1, 3
POS_CHARACTER, CHARS_UTF8 = 1, 1

espeak = ctypes.CDLL("libespeak-ng.so.1")
rate = espeak.espeak_Initialize(SYNCHRONOUS, 0, None, 0)
samples = bytearray()
words = []


@ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.POINTER(Event))
def on_speech(wav, count, events):
    if wav and count > 0:
        samples.extend(ctypes.string_at(wav, 2 * count))
    i = 0
    while events[i].type != LIST_TERMINATED:
        if events[i].type == WORD:
            words.append([events[i].text_position - 1, events[i].sample / rate])
        i += 1
    return 0


espeak.espeak_SetSynthCallback(on_speech)
for line in sys.stdin:
    job = json.loads(line)
    samples.clear()
    words.clear()
    if espeak.espeak_SetVoiceByName(job["voice"].encode()) != 0:
        sys.exit("espeak-ng has no voice " + job["voice"])
    espeak.espeak_SetParameter(RATE, job["wpm"], 0)
    espeak.espeak_SetParameter(PITCH, job["pitch"], 0)
    text = job["text"].encode()
    espeak.espeak_Synth(text, len(text) + 1, 0, POS_CHARACTER, 0, CHARS_UTF8, None, None)
    with open(job["raw"], "wb") as raw:
        raw.write(samples)
    print(json.dumps({"rate": rate, "words": words}), flush=True)
