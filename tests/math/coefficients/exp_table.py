from mpmath import *
mp.prec=200
def d(x): return float(x)
def h(x):
    s=float(x).hex()
    m,e=s.split('p'); 
    if '.' in m: m=m.rstrip('0').rstrip('.')
    return m+'p'+str(int(e))
def arr(xs,ind=4):
    out=[];line=' '*ind
    for i,x in enumerate(xs):
        t=h(x)+(', ' if i<len(xs)-1 else '')
        if len(line)+len(t.rstrip())>110: out.append(line.rstrip()); line=' '*ind
        line+=t
    out.append(line.rstrip()); return '\n'.join(out)
T=[mpf(2)**(mpf(k)/16) for k in range(16)]
print("powers"); print(arr(T))
print("missing"); print(arr([t/d(t)-1 for t in T]))
def short(x,bits=24):
    e=floor(log(x,2)); return nint(x*mpf(2)**(bits-1-e))*mpf(2)**(e+1-bits)
S=[short(t) for t in T]
print("short"); print(arr(S)); print("shift"); print(arr([mpf(k)/16*log(mpf(2))-log(S[k]) for k in range(16)]))
