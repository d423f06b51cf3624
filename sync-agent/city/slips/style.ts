/* Large letters in one column at 360 px: read in the sun, pressed with a thumb. Two weights only, 400 and 700: phones and test machines have no others of their own fonts. */
export const slipStyle = `*{box-sizing:border-box}
body{margin:0;font:20px/1.45 "Noto Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;color:#10161f;background:#f2f4f7}
main{max-width:560px;margin:0 auto;padding:12px 12px 32px}
h1{margin:0;font-size:28px;line-height:1.25}h1 b{display:block;font-weight:700;font-size:44px;letter-spacing:1px}
h2{margin:0 0 4px;font-size:22px}
p{margin:4px 0}.hall{color:#3b4656;font-size:18px}
section{margin:12px 0;padding:12px 14px;background:#fff;border-radius:10px}
.state{font-size:30px;font-weight:700;color:#0b3f8f}.state.bad{color:#8a3200}
.note{padding:10px 14px;background:#fff3dd;border-left:6px solid #a34300;border-radius:6px;font-weight:700}
dl{margin:0}dl div{display:flex;justify-content:space-between;gap:12px;padding:5px 0;border-top:1px solid #dde2e9}dl div:first-child{border-top:0}
dt{flex:none;color:#3b4656}dd{margin:0;text-align:right;font-weight:700;overflow-wrap:anywhere}
form{display:grid;gap:12px;margin-top:10px}
button,summary{min-height:60px;font:inherit;font-size:24px;font-weight:700;border-radius:10px;border:0;padding:10px 14px;width:100%;cursor:pointer}
button{color:#fff;background:#0b4cb3}button.later{color:#0b3f8f;background:#fff;border:2px solid #0b4cb3}button.no{background:#8a3200}
details{margin-top:14px}summary{background:#eceff3;color:#8a3200;display:flex;align-items:center;justify-content:center;list-style:none}
:focus-visible{outline:4px solid #a34300;outline-offset:2px}
.person{border-left:6px solid #0b4cb3}.person h2{font-size:26px}.person .state{font-size:22px}.person form{grid-template-columns:repeat(auto-fit,minmax(120px,1fr))}
footer{font-size:17px;color:#2c3644}footer a{color:#0842a0;display:inline-block;padding:10px 0}`;
